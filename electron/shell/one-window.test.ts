import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OneWindowParts, oneWindow, type Shown } from './one-window.ts';
import { fakeEvents, preventable } from './testing.ts';

const page = 'app://greenroom/';

/** A window as far as it is used here; `told` hears what is done to any of them. */
function fakeWindow(address: string, told: string[]) {
  const { on, once, emit } = fakeEvents();
  const state = { address, destroyed: false, minimized: false, fullScreen: false, crashed: false };
  const window = {
    on,
    once,
    hide: () => void told.push('hide'),
    destroy: () => {
      told.push('destroy');
      state.destroyed = true;
      emit('closed');
    },
    isDestroyed: () => state.destroyed,
    isFullScreen: () => state.fullScreen,
    setFullScreen: (flag) => void told.push(`full screen ${flag}`),
    isMinimized: () => state.minimized,
    restore: () => void told.push('restore'),
    show: () => void told.push('show'),
    focus: () => void told.push('focus'),
    webContents: {
      isCrashed: () => state.crashed,
      getURL: () => state.address,
      loadURL: async (address) => {
        told.push(`go ${address}`);
        state.address = address;
      },
    },
  } satisfies Shown;
  return {
    window,
    state,
    /** By its user. @returns whether it was closed indeed */
    close() {
      const event = preventable({});
      emit('close', event);
      if (event.defaultPrevented) return false;
      state.destroyed = true;
      emit('closed');
      return true;
    },
    leftFullScreen: () => emit('leave-full-screen'),
  };
}

function setUp(given: Partial<OneWindowParts<Shown>> = {}) {
  const told: string[] = [];
  const opened: ReturnType<typeof fakeWindow>[] = [];
  let quitting = false;
  const parts = oneWindow<Shown>({
    platform: 'linux',
    isQuitting: () => quitting,
    open(address) {
      told.push(`open ${address}`);
      const fake = fakeWindow(address, told);
      opened.push(fake);
      return fake.window;
    },
    keepPlace: () => void told.push('keep place'),
    hidden: () => void told.push('hidden'),
    ...given,
  });
  /** What was told since the last time. */
  const news = () => told.splice(0);
  const newest = () => {
    const window = opened.at(-1);
    if (!window) throw new Error('No window was opened.');
    return window;
  };
  return {
    ...parts,
    news,
    newest,
    quit: () => {
      quitting = true;
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the one window', () => {
  it('opens once and comes to the front from then on', () => {
    const { show, news } = setUp();
    show();
    expect(news()).toEqual([`open ${page}`]);
    show();
    expect(news()).toEqual(['show', 'focus']);
  });

  it('comes back from the dock', () => {
    const { show, news, newest } = setUp();
    show();
    newest().state.minimized = true;
    news();
    show();
    expect(news()).toEqual(['restore', 'show', 'focus']);
  });

  it('is known while it exists', () => {
    const { show, current, newest, end } = setUp();
    expect(current()).toBeUndefined();
    show();
    expect(current()).toBe(newest().window);
    newest().close();
    expect(current()).toBe(newest().window);
    end();
    expect(current()).toBeUndefined();
  });
});

describe('a screen', () => {
  it('is opened at once where there is no window', () => {
    const { open, news } = setUp();
    open({ screen: 'sessions', id: '12' });
    expect(news()).toEqual([`open ${page}#/sessions/12`]);
  });

  it('is gone to where there is one, without loading the page anew', () => {
    const { show, open, news } = setUp();
    show();
    news();
    open({ screen: 'connection' });
    expect(news()).toEqual([`go ${page}#/connection`, 'show', 'focus']);
    open({ screen: 'connection' });
    expect(news()).toEqual(['show', 'focus']);
  });

  it('that is left before it was reached is no error', async () => {
    const errors = vi.spyOn(console, 'error').mockReturnValue();
    const { show, open, newest } = setUp();
    show();
    const reject = (errno: number) => async () => {
      throw Object.assign(new Error('ERR'), { errno });
    };
    newest().window.webContents.loadURL = reject(-3);
    open({ screen: 'live' });
    await vi.advanceTimersByTimeAsync(0);
    expect(errors).not.toHaveBeenCalled();
    newest().window.webContents.loadURL = reject(-2);
    open({ screen: 'settings' });
    await vi.advanceTimersByTimeAsync(0);
    expect(errors).toHaveBeenCalledOnce();
    errors.mockRestore();
  });
});

describe('closing it', () => {
  it('hides it, with its place kept while it is seen, and shows the same window again', () => {
    const { show, newest, news } = setUp();
    show();
    news();
    expect(newest().close()).toBe(false);
    expect(news()).toEqual(['keep place', 'hide', 'hidden']);
    vi.advanceTimersByTime(59_999);
    show();
    expect(news()).toEqual(['show', 'focus']);
    vi.advanceTimersByTime(600_000);
    expect(news()).toEqual([]);
  });

  it('frees its memory after a minute, and it opens where it was', () => {
    const { show, newest, news } = setUp();
    show();
    newest().state.address = `${page}#/sessions/7`;
    newest().close();
    news();
    vi.advanceTimersByTime(60_000);
    expect(news()).toEqual(['destroy']);
    show();
    expect(news()).toEqual([`open ${page}#/sessions/7`]);
  });

  it('and opening a screen afterwards opens that screen', () => {
    const { show, open, newest, news } = setUp();
    show();
    newest().state.address = `${page}#/sessions/7`;
    newest().close();
    vi.advanceTimersByTime(60_000);
    news();
    open({ screen: 'settings' });
    expect(news()).toEqual([`open ${page}#/settings`]);
  });

  it('remembers no address but the page', () => {
    const { show, newest, news } = setUp();
    show();
    newest().state.address = 'https://evil.example/';
    newest().close();
    vi.advanceTimersByTime(60_000);
    news();
    show();
    expect(news()).toEqual([`open ${page}`]);
  });

  it('twice hides it once', () => {
    const { show, newest, news } = setUp();
    show();
    newest().close();
    news();
    expect(newest().close()).toBe(false);
    expect(news()).toEqual([]);
    vi.advanceTimersByTime(60_000);
    expect(news()).toEqual(['destroy']);
  });

  it('each time starts the minute anew', () => {
    const { show, newest, news } = setUp();
    show();
    newest().close();
    vi.advanceTimersByTime(50_000);
    show();
    newest().close();
    news();
    vi.advanceTimersByTime(59_999);
    expect(news()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(news()).toEqual(['destroy']);
  });

  it('minimising hides nothing and destroys nothing', () => {
    const { show, newest, news } = setUp();
    show();
    newest().state.minimized = true;
    news();
    vi.advanceTimersByTime(600_000);
    expect(news()).toEqual([]);
  });

  it('closes it indeed where its page has crashed, and it opens anew', () => {
    const { show, newest, news } = setUp();
    show();
    newest().state.crashed = true;
    newest().state.address = `${page}#/live`;
    expect(newest().close()).toBe(true);
    vi.advanceTimersByTime(600_000);
    expect(news()).toEqual([`open ${page}`, 'keep place']);
    show();
    expect(news()).toEqual([`open ${page}#/live`]);
  });
});

describe('closing it in full screen', () => {
  it('on macOS leaves that first', () => {
    const { show, newest, news } = setUp({ platform: 'darwin' });
    show();
    newest().state.fullScreen = true;
    news();
    newest().close();
    newest().close();
    expect(news()).toEqual(['keep place', 'full screen false']);
    newest().leftFullScreen();
    newest().leftFullScreen();
    expect(news()).toEqual(['hide', 'hidden']);
    vi.advanceTimersByTime(60_000);
    expect(news()).toEqual(['destroy']);
  });

  it('on macOS hides nothing that was asked for meanwhile', () => {
    const { show, newest, news } = setUp({ platform: 'darwin' });
    show();
    newest().state.fullScreen = true;
    newest().close();
    show();
    news();
    newest().leftFullScreen();
    vi.advanceTimersByTime(600_000);
    expect(news()).toEqual([]);
  });

  it.each(['win32', 'linux'] as const)('on %s just hides', (platform) => {
    const { show, newest, news } = setUp({ platform });
    show();
    newest().state.fullScreen = true;
    news();
    newest().close();
    expect(news()).toEqual(['keep place', 'hide', 'hidden']);
  });
});

describe('quitting', () => {
  it('lets it close', () => {
    const { show, newest, news, quit } = setUp();
    show();
    news();
    quit();
    expect(newest().close()).toBe(true);
    expect(news()).toEqual(['keep place']);
  });

  it('destroys what is seen with its place kept, and what is hidden with the place it had', () => {
    const { show, newest, news, end } = setUp();
    end();
    show();
    news();
    end();
    end();
    expect(news()).toEqual(['keep place', 'destroy']);
    show();
    newest().close();
    news();
    end();
    vi.advanceTimersByTime(600_000);
    expect(news()).toEqual(['destroy']);
  });
});
