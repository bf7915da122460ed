import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Alert } from '../../../shared/alerts.ts';
import type { Sink } from '../../core/ports.ts';
import type { Wish } from '../lifecycle-wishes.ts';
import { fakeEvents } from '../testing.ts';
import { type AlertParts, type Native, showAlerts } from './show-alerts.ts';
import { writeTicket } from './ticket.ts';

type Options = Electron.NotificationConstructorOptions;
const systems = ['darwin', 'win32', 'linux'] as const;

const alertOf = (id: string, more: Partial<Alert> = {}): Alert => ({
  id,
  at: '2026-01-01T00:00:00.000Z',
  topic: 'joined',
  title: 'Anna joined',
  body: 'Lobby',
  target: { screen: 'sessions', id: '12' },
  mute: { kind: 'agent', id: '7' },
  count: 1,
  urgent: false,
  ...more,
});
const open: Wish = { do: 'open', target: { screen: 'sessions', id: '12' } };
const mute: Wish = { do: 'mute', mute: { kind: 'agent', id: '7' } };

/** A system whose every notification is kept in `made`; what happens to one comes from `emit`. */
function setUp(platform: NodeJS.Platform, given: { left?: string[] } = {}) {
  const made: { options: Options; emit: ReturnType<typeof fakeEvents>['emit']; told: string[] }[] = [];
  const granted: Wish[] = [];
  const outcomes: unknown[] = [];
  const state = { supported: true, asked: 0, refuses: false };
  let sink: Sink | undefined;
  let activate: ((details: Electron.ActivationArguments) => void) | undefined;

  function make(options: Options): Native {
    if (state.refuses) throw new Error('Notification id exceeds Windows limit');
    const { on, emit } = fakeEvents();
    const told: string[] = [];
    made.push({ options, emit, told });
    return {
      on,
      id: options.id ?? '',
      show: () => void told.push('show'),
      close: () => void told.push('close'),
    } satisfies Native;
  }
  class FakeNotification {
    static isSupported() {
      state.asked += 1;
      return state.supported;
    }
    static handleActivation(callback: typeof activate) {
      activate = callback;
    }
    static getHistory = async () => (given.left ?? []).map((id) => make({ id }));
    constructor(options: Options) {
      // biome-ignore lint/correctness/noConstructorReturn: a fake that is built from parts
      return make(options) as unknown as FakeNotification;
    }
  }
  showAlerts({
    Notification: FakeNotification as unknown as AlertParts['Notification'],
    core: {
      subscribe: (one) => {
        sink = one;
        return () => {};
      },
      dispatch: async (command, input) => {
        outcomes.push(command === 'alert.outcome' ? input : command);
        return { ok: true, value: {} };
      },
      language: () => 'en',
    } satisfies AlertParts['core'],
    grant: (wish) => void granted.push(wish),
    platform,
  });
  return {
    made,
    granted,
    outcomes,
    state,
    raise: (alert: Alert) => void sink?.({ name: 'alert', value: alert }),
    push: (push: Parameters<Sink>[0]) => void sink?.(push),
    activate: (text: string) => activate?.({ type: 'click', arguments: text }),
    isListening: () => activate !== undefined,
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('an alert', () => {
  it.each(systems)('is shown on %s', (platform) => {
    const { made, raise } = setUp(platform);
    raise(alertOf('a'));
    expect(made).toMatchObject([{ options: { title: 'Anna joined', body: 'Lobby' }, told: ['show'] }]);
  });

  it('is all that is shown', () => {
    const { made, push } = setUp('linux');
    push({ name: 'reset', value: { lastSeq: 1 } });
    expect(made).toEqual([]);
  });

  it.each(systems)('asks %s for permission before the first is due', (platform) => {
    expect(setUp(platform).state.asked).toBe(1);
  });
});

describe('the outcome', () => {
  it.each(['darwin', 'linux'] as const)('is told at once on %s', (platform) => {
    const { made, raise, outcomes } = setUp(platform);
    raise(alertOf('a'));
    expect(outcomes).toEqual([]);
    made[0]?.emit('show', {});
    expect(outcomes).toEqual([{ alertId: 'a', shown: true }]);
  });

  it('on Windows is believed after a moment, in time for the core', () => {
    const { made, raise, outcomes } = setUp('win32');
    raise(alertOf('a'));
    made[0]?.emit('show', {});
    vi.advanceTimersByTime(1_499);
    expect(outcomes).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(outcomes).toEqual([{ alertId: 'a', shown: true }]);
  });

  it('on Windows may be taken back by its settings', () => {
    const { made, raise, outcomes } = setUp('win32');
    raise(alertOf('a'));
    made[0]?.emit('show', {});
    made[0]?.emit('failed', {}, 'Settings prevent the notification from being delivered.');
    vi.advanceTimersByTime(10_000);
    expect(outcomes).toEqual([
      { alertId: 'a', shown: false, reason: expect.stringContaining('Settings, System, Notifications') },
    ]);
  });

  it.each(systems)('is a failure with a reason on %s', (platform) => {
    const { made, raise, outcomes } = setUp(platform);
    raise(alertOf('a'));
    made[0]?.emit('failed', {}, 'No.');
    expect(outcomes).toEqual([{ alertId: 'a', shown: false, reason: expect.stringContaining('(No.)') }]);
  });

  it.each(systems)('is a failure where %s has no notifications, until it has', (platform) => {
    const { made, raise, outcomes, state } = setUp(platform);
    state.supported = false;
    raise(alertOf('a'));
    expect(made).toEqual([]);
    expect(outcomes).toEqual([{ alertId: 'a', shown: false, reason: expect.stringContaining('start') }]);
    state.supported = true;
    raise(alertOf('b'));
    expect(made).toHaveLength(1);
  });

  it('is a failure where it could not even be made', () => {
    const { raise, outcomes, state } = setUp('win32');
    state.refuses = true;
    raise(alertOf('a'));
    expect(outcomes).toEqual([{ alertId: 'a', shown: false, reason: expect.stringContaining('exceeds') }]);
  });
});

describe('a click', () => {
  it.each(systems)('opens what it is about on %s', (platform) => {
    const { made, raise, granted } = setUp(platform);
    raise(alertOf('a'));
    raise(alertOf('b', { target: { screen: 'connection' } }));
    made[0]?.emit('click', {});
    made[1]?.emit('click', {});
    expect(granted).toEqual([open, { do: 'open', target: { screen: 'connection' } }]);
  });

  it('on a button of macOS opens or mutes', () => {
    const { made, raise, granted } = setUp('darwin');
    raise(alertOf('a'));
    made[0]?.emit('action', { actionIndex: 0 });
    made[0]?.emit('action', { actionIndex: 1 });
    expect(granted).toEqual([open, mute]);
  });

  it('on a button that is not there does nothing', () => {
    const { made, raise, granted } = setUp('darwin');
    const { mute: _, ...plain } = alertOf('a');
    raise(plain);
    made[0]?.emit('action', { actionIndex: 1 });
    expect(granted).toEqual([]);
  });

  it('on a button of Windows is heard once, wherever it comes from', () => {
    const { made, raise, granted, activate } = setUp('win32');
    raise(alertOf('a'));
    made[0]?.emit('action', { actionIndex: 0 });
    activate('type=action&action=0&tag=a&mute=agent%2F7');
    activate('type=click&tag=of-an-earlier-run&open=sessions%2F12');
    expect(granted).toEqual([mute, open]);
  });

  it.each(['darwin', 'linux'] as const)('has no handler of activations on %s, which has none', (platform) => {
    expect(setUp(platform).isListening()).toBe(false);
  });
});

describe('what macOS still shows of an earlier run', () => {
  it('leads back, too', async () => {
    const ticket = writeTicket(alertOf('old'));
    const { made, granted } = setUp('darwin', { left: [ticket, 'of-an-older-version'] });
    await vi.advanceTimersByTimeAsync(0);
    made[0]?.emit('action', { actionIndex: 1 });
    made[0]?.emit('click', {});
    made[1]?.emit('click', {});
    expect(granted).toEqual([mute, open, { do: 'show' }]);
    expect(made.flatMap(({ told }) => told)).toEqual([]);
  });

  it.each(['win32', 'linux'] as const)('is not asked for on %s', async (platform) => {
    const { made } = setUp(platform, { left: ['x'] });
    await vi.advanceTimersByTimeAsync(0);
    expect(made).toEqual([]);
  });
});

describe('the newest fifty are held', () => {
  function full(platform: NodeJS.Platform) {
    const all = setUp(platform);
    for (let index = 0; index < 50; index += 1) all.raise(alertOf(`a${index}`));
    const closed = () => all.made.filter(({ told }) => told.includes('close')).length;
    return { ...all, closed, first: all.made[0] };
  }

  it('and the oldest is taken off the list', () => {
    const { raise, closed, first } = full('win32');
    expect(closed()).toBe(0);
    raise(alertOf('more'));
    expect(closed()).toBe(1);
    expect(first?.told).toEqual(['show', 'close']);
  });

  it.each([
    ['darwin', 'close', {}, 0],
    ['linux', 'close', {}, 0],
    ['win32', 'close', { reason: 'userCanceled' }, 0],
    // Moved to the notification centre.
    ['win32', 'close', { reason: 'timedOut' }, 1],
    ['win32', 'click', {}, 0],
    ['linux', 'failed', {}, 0],
  ] as const)('on %s "%s" with %j makes room', (platform, event, details, mustClose) => {
    const { raise, closed, first } = full(platform);
    first?.emit(event, details, '');
    raise(alertOf('more'));
    expect(closed()).toBe(mustClose);
  });
});
