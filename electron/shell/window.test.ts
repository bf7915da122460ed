import { describe, expect, it } from 'vitest';
import { fakeEvents } from './testing.ts';
import { showWhenReady, webPreferences } from './window.ts';

describe('webPreferences', () => {
  it('keep the page apart from Node and from the preload script', () => {
    expect(webPreferences('/app/preload.cjs')).toEqual({
      preload: '/app/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });
});

describe('showWhenReady', () => {
  function setUp(platform: NodeJS.Platform, maximized = false) {
    const { once, emit } = fakeEvents();
    const contents = fakeEvents();
    let shown = 0;
    let maximizedAt: number | undefined;
    const window = {
      once,
      show: () => {
        shown += 1;
      },
      maximize: () => {
        maximizedAt = shown;
      },
      isVisible: () => shown > 0,
      isDestroyed: () => false,
      webContents: { once: contents.once },
    } satisfies Parameters<typeof showWhenReady>[0];
    showWhenReady(window, platform, maximized);
    return {
      ready: () => emit('ready-to-show'),
      loaded: () => contents.emit('did-finish-load'),
      times: () => shown,
      maximizedAt: () => maximizedAt,
    };
  }

  it.each(['linux', 'darwin', 'win32'] as const)('shows once on %s', (platform) => {
    const { ready, loaded, times } = setUp(platform);
    expect(times()).toBe(0);
    ready();
    loaded();
    expect(times()).toBe(1);
  });

  it('fills the screen again, not before there is something to see', () => {
    const { ready, maximizedAt } = setUp('win32', true);
    expect(maximizedAt()).toBeUndefined();
    ready();
    expect(maximizedAt()).toBe(0);
    const other = setUp('win32');
    other.ready();
    expect(other.maximizedAt()).toBeUndefined();
  });

  it('does not wait for ever where a hidden window is not painted', () => {
    const linux = setUp('linux');
    linux.loaded();
    expect(linux.times()).toBe(1);
    linux.ready();
    expect(linux.times()).toBe(1);
    const mac = setUp('darwin');
    mac.loaded();
    expect(mac.times()).toBe(0);
  });
});
