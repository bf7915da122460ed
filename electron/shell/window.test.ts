import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fakeEvents } from './testing.ts';
import { keepPlace, openWindow, showWhenReady, webPreferences } from './window.ts';

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
      close: () => emit('close', {}),
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

  it('does not come by itself once it was closed', () => {
    const { ready, loaded, close, times } = setUp('linux');
    close();
    ready();
    loaded();
    expect(times()).toBe(0);
  });
});

describe('the window', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'greenroom-window-place-'));
  afterAll(() => rmSync(dataDir, { recursive: true }));

  function open(address?: string) {
    const given: Electron.BrowserWindowConstructorOptions[] = [];
    const loaded: string[] = [];
    const contents = fakeEvents();
    const { once } = fakeEvents();
    class FakeWindow {
      webContents = { on: contents.on, once: contents.once };
      once = once;
      constructor(options: Electron.BrowserWindowConstructorOptions) {
        given.push(options);
      }
      loadURL = async (url: string) => void loaded.push(url);
    }
    openWindow(
      {
        // A constructor cannot be made from a part of its type.
        BrowserWindow: FakeWindow as unknown as Parameters<typeof openWindow>[0]['BrowserWindow'],
        screen: {
          getAllDisplays: () => [
            { workArea: { x: 0, y: 0, width: 1920, height: 1080 } } as unknown as Electron.Display,
          ],
        },
        nativeTheme: { shouldUseDarkColors: true },
        preload: '/preload.cjs',
        dataDir,
        platform: 'linux',
      },
      address,
    );
    return { options: given[0], loaded };
  }

  it('begins at the start page, or at the screen that is asked for', () => {
    expect(open().loaded).toEqual(['app://greenroom/']);
    expect(open('app://greenroom/#/sessions/1').loaded).toEqual(['app://greenroom/#/sessions/1']);
  });

  it('opens where it was when its place was kept', () => {
    expect(open().options).toMatchObject({ width: 1180, height: 780, show: false });
    keepPlace(
      {
        getNormalBounds: () => ({ x: 5, y: 6, width: 900, height: 600 }),
        isMaximized: () => true,
      },
      dataDir,
    );
    expect(open().options).toMatchObject({ x: 5, y: 6, width: 900, height: 600 });
  });
});
