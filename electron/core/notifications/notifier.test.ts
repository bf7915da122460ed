import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ALERT_SHOWN_MS, type Alert, type AlertsStatus } from '../../../shared/alerts.ts';
import type { FeedEvent } from '../../../shared/events.ts';
import { pickLanguage } from '../../../shared/language.ts';
import { defaultSettings, type Settings } from '../../../shared/settings.ts';
import type { Notice } from '../../../shared/status.ts';
import { seeded } from '../vendors/seeded.ts';
import { createNotifier } from './notifier.ts';
import { eventOf, messageOf, noticeOf } from './testing/happenings.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-04T09:00:00') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A notifier under a clock of ours, and a host that says that it showed each alert unless told otherwise. */
function begin(settings: Partial<Settings> = {}, shows: boolean | 'silent' = true) {
  const world = {
    settings: { ...defaultSettings, ...settings },
    alerts: [] as (Alert & { raisedAt: number })[],
    inWindow: [] as Alert[],
    states: [] as AlertsStatus[],
  };
  const clock = { wall: Date.now, steady: Date.now };
  const notifier = createNotifier(
    {
      host: 'desktop',
      settings: () => world.settings,
      language: () => pickLanguage([world.settings.language]),
      namesOf: ({ agentId }) => ({ endpoint: 'My bot', agent: agentId }),
      raise(alert) {
        world.alerts.push({ ...alert, raisedAt: Date.now() });
        if (shows !== 'silent')
          queueMicrotask(() => notifier.outcome(alert.id, shows, shows ? undefined : 'Not allowed.'));
      },
      tellInWindow: (alert) => world.inWindow.push(alert),
      changed: (status) => world.states.push(status),
    },
    clock,
  );
  return { ...world, world, notifier };
}

const joined = (session: string, part: Partial<FeedEvent> = {}) =>
  eventOf('session.joined', { sessionId: session, ...part });

describe('telling', () => {
  test('a join rings at once', async () => {
    const { notifier, alerts, states } = begin();
    notifier.hear(joined('a'));
    await vi.advanceTimersByTimeAsync(0);
    expect(alerts).toMatchObject([
      { title: 'Someone joined agent-1', target: { screen: 'sessions', id: 'a' }, count: 1 },
    ]);
    expect(states.at(-1)).toEqual({ state: 'working', unread: 1 });
    expect(notifier.decisions()).toMatchObject([{ outcome: 'told', shown: 'shown', sessionId: 'a' }]);
  });

  test('a burst is gathered', async () => {
    const { notifier, alerts } = begin();
    for (let index = 0; index < 8; index += 1) {
      notifier.hear(joined(`s${index}`));
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(minute);
    expect(alerts.map(({ title }) => title)).toEqual(['Someone joined agent-1', '7 people joined']);
    expect(notifier.decisions().map(({ outcome }) => outcome)).toEqual([
      ...Array(7).fill('gathered'),
      'told',
    ]);
  });

  test('trouble does not wait behind a burst', async () => {
    const { notifier, alerts } = begin();
    for (let index = 0; index < 500; index += 1) notifier.hear(joined(`s${index}`));
    await vi.advanceTimersByTimeAsync(2 * second);
    notifier.hear(noticeOf('store_failed'));
    await vi.advanceTimersByTimeAsync(second);
    expect(alerts.at(-1)).toMatchObject({ topic: 'trouble', urgent: true });
  });

  test('what came to nothing meanwhile is not told', async () => {
    const { notifier, alerts, world } = begin();
    notifier.hear(joined('a'));
    await vi.advanceTimersByTimeAsync(0);
    notifier.hear(joined('b'));
    notifier.hear(joined('c'));
    world.settings = { ...world.settings, muted: [{ kind: 'session', id: 'b' }] };
    notifier.attend({ viewer: 'w', focused: true, sessionId: 'c' });
    await vi.advanceTimersByTimeAsync(hour);
    expect(alerts).toHaveLength(1);
    expect(notifier.decisions().map(({ reason }) => reason)).toEqual(['in_view', 'muted_session', undefined]);
  });

  test('a pause holds back what waits, and says so', async () => {
    const { notifier, alerts, world } = begin();
    for (let index = 0; index < 300; index += 1) notifier.hear(joined(`s${index}`));
    await vi.advanceTimersByTimeAsync(0);
    const before = alerts.length;
    for (let index = 0; index < 300; index += 1) notifier.hear(joined(`t${index}`));
    world.settings = { ...world.settings, pausedUntil: new Date(Date.now() + hour).toISOString() };
    await vi.advanceTimersByTimeAsync(hour - 1);
    expect(alerts).toHaveLength(before);
    expect(new Set(notifier.decisions().map(({ reason }) => reason))).toEqual(new Set(['paused']));
  });

  test('nothing after the end', async () => {
    const { notifier, alerts } = begin();
    notifier.hear(joined('a'));
    notifier.stop();
    notifier.hear(joined('b'));
    await vi.advanceTimersByTimeAsync(hour);
    expect(alerts).toEqual([]);
  });
});

describe('attention', () => {
  test('is on one session, while the window is focused', async () => {
    const { notifier, alerts } = begin();
    notifier.attend({ viewer: 'w', focused: true, sessionId: 'a' });
    notifier.hear(joined('a'));
    notifier.hear(joined('b'));
    await vi.advanceTimersByTimeAsync(0);
    expect(alerts).toMatchObject([{ target: { screen: 'sessions', id: 'b' } }]);
    expect(notifier.decisions()).toMatchObject([
      { outcome: 'told' },
      { outcome: 'silent', reason: 'in_view' },
    ]);
  });

  test('of a window that is gone is forgotten', async () => {
    const { notifier, alerts } = begin();
    notifier.attend({ viewer: 'w', focused: true, sessionId: 'a' });
    await vi.advanceTimersByTimeAsync(minute);
    notifier.hear(joined('a'));
    await vi.advanceTimersByTimeAsync(0);
    expect(alerts).toHaveLength(1);
  });

  test('reads what was unread', async () => {
    const { notifier } = begin();
    notifier.hear(joined('a'));
    await vi.advanceTimersByTimeAsync(minute);
    notifier.hear(joined('b'));
    await vi.advanceTimersByTimeAsync(minute);
    expect(notifier.status().unread).toBe(2);
    notifier.attend({ viewer: 'w', focused: true, sessionId: null });
    expect(notifier.status().unread).toBe(0);
    notifier.hear(joined('c'));
    await vi.advanceTimersByTimeAsync(second);
    expect(notifier.status().unread).toBe(0);
  });
});

describe('what the system shows', () => {
  test('nothing said within five seconds: not shown, and told in the window', async () => {
    const { notifier, inWindow } = begin({}, 'silent');
    notifier.hear(joined('a'));
    await vi.advanceTimersByTimeAsync(ALERT_SHOWN_MS - 1);
    expect(notifier.status().state).toBe('untried');
    await vi.advanceTimersByTimeAsync(1);
    expect(inWindow).toMatchObject([{ title: 'Someone joined agent-1' }]);
    expect(notifier.status()).toMatchObject({
      state: 'unavailable',
      reason: expect.stringContaining('Start Greenroom'),
    });
    expect(notifier.decisions()).toMatchObject([{ outcome: 'told', shown: 'unheard' }]);
  });

  test('a refusal says why, at once; and shown again, all is well', async () => {
    const { notifier, inWindow } = begin({}, false);
    const id = notifier.raiseTrial();
    await vi.advanceTimersByTimeAsync(0);
    expect(inWindow.map((alert) => alert.id)).toEqual([id]);
    expect(notifier.status()).toEqual({ state: 'unavailable', reason: 'Not allowed.', unread: 0 });
    const again = begin();
    again.notifier.raiseTrial();
    await vi.advanceTimersByTimeAsync(0);
    expect(again.notifier.status()).toEqual({ state: 'working', unread: 0 });
  });

  test('the first word counts, and nobody is believed about what was not raised', async () => {
    const { notifier, inWindow } = begin();
    notifier.outcome('nothing', false, 'Lie.');
    const id = notifier.raiseTrial();
    await vi.advanceTimersByTimeAsync(0);
    notifier.outcome(id, false, 'Late.');
    expect(notifier.status().state).toBe('working');
    expect(inWindow).toEqual([]);
  });

  test('a trial is raised whatever the settings say', async () => {
    const { notifier, alerts } = begin({ pausedUntil: '2099-01-01T00:00:00.000Z' });
    notifier.raiseTrial();
    expect(alerts).toMatchObject([{ topic: 'trial' }]);
  });
});

describe('a noisy day', () => {
  const chatty: Partial<Settings> = {
    alertChat: 'users',
    alertAgents: true,
    alertSessions: true,
    watchedWords: ['refund'],
  };
  /** None of these may be missed. */
  const important: [atMinute: number, FeedEvent | Notice][] = [
    [61, noticeOf('tunnel_lost', { title: 'Lost' })],
    [64, noticeOf('tunnel_back', { title: 'Back', level: 'info' })],
    [313, eventOf('agent.failed', { agentId: 'Eve' })],
    [600, messageOf('I want a refund', 'user', { agentId: 'Mallory' })],
    [745, noticeOf('store_failed', { title: 'Disk full' })],
    [750, noticeOf('store_recovered', { title: 'Disk fine', level: 'info' })],
    [1100, eventOf('video.failed', { agentId: 'Trent' })],
  ];
  const expected = [
    'Lost',
    'Back',
    'Eve could not be made',
    'A watched word with Mallory',
    'Disk full',
    'Disk fine',
    'A video of Trent failed',
  ];

  /** How 2,000 joins and 20,000 messages fall on the day. */
  const shapes: [string, (random: () => number) => number][] = [
    ['evenly', (random) => random() * 24 * hour],
    ['in ten bursts', (random) => Math.floor(random() * 10) * 2.4 * hour + random() * 5 * minute],
    ['in working hours', (random) => (8 + random() * 9) * hour],
    ['in one minute', (random) => 12 * hour + random() * minute],
    ['in forty little waves', (random) => Math.floor(random() * 40) * 36 * minute + random() * second],
  ];

  test.each(shapes)(
    '%s: under 40 alerts, all that is important, and every happening accounted for',
    async (_shape, when) => {
      const { notifier, alerts } = begin(chatty);
      const random = seeded(7);
      const heard: [number, FeedEvent | Notice][] = important.map(([at, what]) => [at * minute, what]);
      for (let index = 0; index < 2000; index += 1) heard.push([when(random), joined(`s${index}`)]);
      for (let index = 0; index < 20_000; index += 1)
        heard.push([
          when(random),
          messageOf('hello', index % 2 ? 'user' : 'assistant', { sessionId: `s${index % 2000}` }),
        ]);
      heard.sort(([a], [b]) => a - b);

      const start = Date.now();
      for (const [at, what] of heard) {
        const wait = start + at - Date.now();
        if (wait > 0) await vi.advanceTimersByTimeAsync(wait);
        notifier.hear(what);
      }
      await vi.advanceTimersByTimeAsync(start + 24 * hour - Date.now());
      expect(alerts.length).toBeLessThan(40);
      expect(
        alerts
          .filter(({ topic }) => ['connection', 'trouble', 'watched'].includes(topic) || topic === 'agents')
          .map(({ title }) => title),
      ).toEqual(expected);
      for (const [index, { topic, raisedAt }] of alerts.entries()) {
        const previous = alerts[index - 1];
        if (previous) expect(raisedAt - previous.raisedAt).toBeGreaterThanOrEqual(second);
        if (topic === 'trouble')
          expect(raisedAt - start - 745 * minute).toBeLessThanOrEqual(5 * minute + second);
      }

      // What still waits when the day ends is told, too.
      await vi.advanceTimersByTimeAsync(2 * hour);
      const told = alerts.reduce((sum, { count }) => sum + count, 0);
      expect(told).toBe(important.length + 2000 + 10_000);
    },
  );
});

test('whatever happens: never two alerts in a second, and never one too few', async () => {
  const steps = fc.array(
    fc.record({
      wait: fc.integer({ min: 0, max: 90 * second }),
      what: fc.constantFrom('join', 'message', 'trouble', 'failed'),
    }),
    { maxLength: 60 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { notifier, alerts } = begin({ alertChat: 'users', alertAgents: true });
      for (const { wait, what } of all) {
        await vi.advanceTimersByTimeAsync(wait);
        notifier.hear(
          what === 'join'
            ? joined('a')
            : what === 'message'
              ? messageOf('hi')
              : what === 'trouble'
                ? noticeOf('store_failed')
                : eventOf('agent.failed'),
        );
      }
      await vi.advanceTimersByTimeAsync(72 * hour);
      expect(alerts.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      for (const [index, { raisedAt }] of alerts.entries())
        if (index > 0) expect(raisedAt - (alerts[index - 1]?.raisedAt ?? 0)).toBeGreaterThanOrEqual(second);
      notifier.stop();
    }),
    { numRuns: 50 },
  );
});
