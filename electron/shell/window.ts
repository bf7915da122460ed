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

/** Opens the one window, where it was last time, and shows it when there is something to see. */
export function openWindow(parts: WindowParts): Electron.BrowserWindow {
  const file = join(parts.dataDir, 'window.json');
  const place = readPlace(file);
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
  window.on('close', () => {
    writePlace(file, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  // The page has nothing that is worth keeping a window open for, and quitting must not hang on it.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
  window.loadURL(startPage).catch((error: unknown) => console.error('Could not load the window:', error));
  return window;
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
  const show = () => {
    if (window.isDestroyed() || window.isVisible()) return;
    // Not before: it shows a hidden window.
    if (maximized) window.maximize();
    window.show();
  };
  window.once('ready-to-show', show);
  if (platform === 'linux') window.webContents.once('did-finish-load', show);
}
