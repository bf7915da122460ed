import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Lifecycle, manageLifecycle } from './lifecycle.ts';
import { fakeEvents, preventable } from './testing.ts';

function setUp(given: Partial<Lifecycle> = {}) {
  const { on, emit } = fakeEvents();
  const told: string[] = [];
  manageLifecycle({
    app: { on, quit: () => void told.push('quit') } satisfies Lifecycle['app'],
    platform: 'linux',
    showWindow: () => void told.push('show'),
    stop: async () => void told.push('stop'),
    ...given,
  });
  const quit = () => {
    const event = preventable({});
    emit('before-quit', event);
    return event;
  };
  return { told, emit, quit };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the window', () => {
  it.each(['second-instance', 'activate'])('is shown on %s', (event) => {
    const { told, emit } = setUp();
    emit(event, {});
    expect(told).toEqual(['show']);
  });

  it.each([
    ['linux', ['quit']],
    ['win32', ['quit']],
    ['darwin', []],
  ] as const)('that is closed last, on %s, leads to %j', (platform, expected) => {
    const { told, emit } = setUp({ platform });
    emit('window-all-closed');
    expect(told).toEqual(expected);
  });
});

describe('quitting', () => {
  it('waits for the core to stop, once, and then goes through', async () => {
    const { told, quit } = setUp();
    expect(quit().defaultPrevented).toBe(true);
    expect(quit().defaultPrevented).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['stop', 'quit']);
    expect(quit().defaultPrevented).toBe(false);
    expect(told).toEqual(['stop', 'quit']);
  });

  it('goes through after five seconds where the core hangs', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { told, quit } = setUp({ stop: () => new Promise(() => {}) });
    quit();
    await vi.advanceTimersByTimeAsync(4_999);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual(['quit']);
  });

  it('goes through where the core fails', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { told, quit } = setUp({ stop: () => Promise.reject(new Error('no')) });
    quit();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['quit']);
  });
});
