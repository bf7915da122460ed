import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endWithSession, type Lifecycle, manageLifecycle } from './lifecycle.ts';
import { fakeEvents, preventable } from './testing.ts';

function setUp(given: Partial<Lifecycle> = {}) {
  const { on, emit } = fakeEvents();
  const power = fakeEvents();
  const updater = fakeEvents();
  const told: string[] = [];
  /** As Electron: tells that it wants to quit, and quits unless that is prevented. */
  const quit = () => {
    const event = preventable({});
    emit('before-quit', event);
    if (!event.defaultPrevented) told.push('gone');
    return event;
  };
  const { isQuitting } = manageLifecycle({
    app: { on, quit: () => void quit() } satisfies Lifecycle['app'],
    powerMonitor: { on: power.on } satisfies Lifecycle['powerMonitor'],
    autoUpdater: { on: updater.on } satisfies Lifecycle['autoUpdater'],
    platform: 'linux',
    endWindow: () => void told.push('end window'),
    stop: async () => void told.push('stop'),
    leave: () => void quit(),
    ...given,
  });
  return { told, emit, quit, power, updater, isQuitting };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it.each(['linux', 'win32', 'darwin'] as const)('it runs on without a window on %s', (platform) => {
  const { told, emit } = setUp({ platform });
  // True where somebody listens: only then does Electron not quit.
  expect(emit('window-all-closed')).toBe(true);
  expect(told).toEqual([]);
});

describe('quitting', () => {
  it('waits for the core to stop, once, ends the window, and then goes through', async () => {
    const { told, quit, isQuitting } = setUp();
    expect(isQuitting()).toBe(false);
    expect(quit().defaultPrevented).toBe(true);
    expect(isQuitting()).toBe(true);
    expect(quit().defaultPrevented).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['stop', 'end window', 'gone']);
    expect(isQuitting()).toBe(true);
    expect(quit().defaultPrevented).toBe(false);
    expect(told).toEqual(['stop', 'end window', 'gone', 'gone']);
  });

  it('goes through after five seconds where the core hangs', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { told, quit } = setUp({ stop: () => new Promise(() => {}) });
    quit();
    await vi.advanceTimersByTimeAsync(4_999);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual(['end window', 'gone']);
  });

  it('goes through where the core fails', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { told, quit } = setUp({ stop: () => Promise.reject(new Error('no')) });
    quit();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['end window', 'gone']);
  });
});

describe('the system shuts down', () => {
  it.each(['linux', 'darwin'] as const)('on %s it waits until the app has quit', async (platform) => {
    const { told, power } = setUp({ platform });
    const event = preventable({});
    power.emit('shutdown', event);
    expect(event.defaultPrevented).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['stop', 'end window', 'gone']);
  });

  it('on Windows nobody listens to what is not told there', () => {
    expect(setUp({ platform: 'win32' }).power.emit('shutdown')).toBe(false);
  });

  it('and the end of a session on Windows keeps the place and begins to quit', () => {
    const { on, emit } = fakeEvents();
    const told: string[] = [];
    endWithSession({ on } satisfies Pick<Electron.BrowserWindow, 'on'>, {
      keepPlace: () => void told.push('keep place'),
      quit: () => void told.push('quit'),
    });
    const asked = preventable({});
    expect(emit('query-session-end', asked)).toBe(false);
    emit('session-end', {});
    expect(told).toEqual(['keep place', 'quit']);
  });
});

describe('an update on macOS', () => {
  it('closes windows before it quits, so that they must not hide', () => {
    const { updater, isQuitting } = setUp({ platform: 'darwin' });
    updater.emit('before-quit-for-update');
    expect(isQuitting()).toBe(true);
  });

  it('still waits for the core', async () => {
    const { updater, quit, told } = setUp({ platform: 'darwin' });
    updater.emit('before-quit-for-update');
    expect(quit().defaultPrevented).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['stop', 'end window', 'gone']);
  });

  it.each(['linux', 'win32'] as const)('is not waited for on %s', (platform) => {
    expect(setUp({ platform }).updater.emit('before-quit-for-update')).toBe(false);
  });
});
