import { join } from 'node:path';
import { startPage } from './origin.ts';
import { boundsFor, readPlace, smallest, writePlace } from './window-bounds.ts';

export interface WindowParts {
  BrowserWindow: new (options: Electron.BrowserWindowConstructorOptions) => Electron.BrowserWindow;
  screen: Pick<Electron.Screen, 'getAllDisplays'>;
  nativeTheme: Pick<Electron.NativeTheme, 'shouldUseDarkColors'>;
  /** Absolute. */
  preload: string;
  dataDir: string;
  platform: NodeJS.Platform;
}

const placeFile = (dataDir: string) => join(dataDir, 'window.json');

/**
 * Opens the one window, where it was last time, and shows it when there is something to see.
 * @param address of the page, with the screen to begin at
 */
export function openWindow(parts: WindowParts, address: string = startPage): Electron.BrowserWindow {
  const place = readPlace(placeFile(parts.dataDir));
  const areas = parts.screen.getAllDisplays().map((display) => display.workArea);

  const window = new parts.BrowserWindow({
    title: 'Greenroom',
    ...boundsFor(place, areas),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    // The page's own colours, so that nothing flashes before its first paint.
    backgroundColor: parts.nativeTheme.shouldUseDarkColors ? '#101413' : '#f9fbfa',
    webPreferences: webPreferences(parts.preload),
  });

  showWhenReady(window, parts.platform, place?.maximized);
  // The page has nothing that is worth keeping a window open for, and quitting must not hang on it.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
  window.loadURL(address).catch(reportFailedLoad);
  return window;
}

/** A navigation that a later one took the place of: https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h */
const aborted = -3;

/** For what `loadURL` rejects with. That the user went elsewhere meanwhile is no failure. */
export function reportFailedLoad(error: unknown): void {
  if ((error as { errno?: unknown }).errno !== aborted) console.error('Could not load the page:', error);
}

/** For the next time. While it can be seen: some systems forget of a hidden window that it filled the screen. */
export function keepPlace(
  window: Pick<Electron.BrowserWindow, 'getNormalBounds' | 'isMaximized'>,
  dataDir: string,
): void {
  writePlace(placeFile(dataDir), { ...window.getNormalBounds(), maximized: window.isMaximized() });
}

/** All of them are Electron's defaults today; written down so that another default, one day, changes nothing here. */
export function webPreferences(preload: string): Electron.WebPreferences {
  return {
    preload,
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
  };
}

/** On Wayland a hidden window is never painted, hence never ready: https://github.com/electron/electron/issues/48859 */
export function showWhenReady(
  window: Pick<Electron.BrowserWindow, 'once' | 'show' | 'maximize' | 'isDestroyed' | 'isVisible'> & {
    webContents: Pick<Electron.WebContents, 'once'>;
  },
  platform: NodeJS.Platform,
  maximized = false,
): void {
  let isShown = false;
  const show = () => {
    if (isShown || window.isDestroyed() || window.isVisible()) return;
    isShown = true;
    // Not before: it shows a hidden window.
    if (maximized) window.maximize();
    window.show();
  };
  // Whoever closes it does not want it to come by itself.
  window.once('close', () => {
    isShown = true;
  });
  window.once('ready-to-show', show);
  if (platform === 'linux') window.webContents.once('did-finish-load', show);
}
