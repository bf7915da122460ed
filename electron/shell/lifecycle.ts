export interface Lifecycle {
  app: Pick<Electron.App, 'on' | 'quit'>;
  powerMonitor: Pick<Electron.PowerMonitor, 'on'>;
  /** Electron's own, which installs on macOS. */
  autoUpdater: Pick<Electron.AutoUpdater, 'on'>;
  platform: NodeJS.Platform;
  /** Destroys the window, if there is one. */
  endWindow: () => void;
  /** Vendors get 503 from now on, and what was accepted is committed. */
  stop: () => Promise<void>;
  /** The last step, when all has stopped: leads to a quit. */
  leave: () => void;
  /** How long quitting waits for that, in ms. */
  withinMs?: number;
}

/**
 * Keeps the app running without a window, and quits so that the core can finish. After the app is ready.
 *
 * All ways to quit lead to `before-quit`: the menus, the system's session manager, and SIGTERM, SIGINT and SIGHUP, which
 * Electron turns into a quit where a process has them. Handlers of Node's would take those away from it.
 */
export function manageLifecycle(parts: Lifecycle): { isQuitting: () => boolean } {
  const { app, powerMonitor, autoUpdater, platform, endWindow, stop, leave, withinMs = 5_000 } = parts;
  let state: 'running' | 'stopping' | 'stopped' = 'running';
  let isUpdating = false;

  // Without a listener Electron quits here: https://www.electronjs.org/docs/latest/api/app#event-window-all-closed
  app.on('window-all-closed', () => {});

  app.on('before-quit', (event) => {
    if (state === 'stopped') return;
    // Electron does not wait for promises: quitting is put off, and asked for again when the core has stopped.
    event.preventDefault();
    if (state === 'stopping') return;
    state = 'stopping';
    void bounded(stop(), withinMs).then(() => {
      state = 'stopped';
      // What is left to quit must not hang on a page.
      endWindow();
      leave();
    });
  });

  // Windows are closed before this quit is told: https://www.electronjs.org/docs/latest/api/auto-updater
  if (platform === 'darwin') {
    autoUpdater.on('before-quit-for-update', () => {
      isUpdating = true;
    });
  }

  // The system waits for the process to end, on Linux five seconds: https://www.electronjs.org/docs/latest/api/power-monitor
  if (platform !== 'win32') {
    powerMonitor.on('shutdown', (event?: Electron.Event) => {
      event?.preventDefault();
      app.quit();
    });
  }

  return { isQuitting: () => state !== 'running' || isUpdating };
}

/**
 * Windows ends the session. The process goes as soon as this returns, whatever was asked to finish; that loses nothing,
 * since whatever a vendor was told to be kept is on the disk. Only what is done at once is done: the place of the window
 * is kept, and the receiver begins to refuse. Putting the end of the session off is left to its user.
 * https://www.electronjs.org/docs/latest/api/browser-window#event-session-end-windows
 */
export function endWithSession(
  window: Pick<Electron.BrowserWindow, 'on'>,
  { keepPlace, quit }: { keepPlace: () => void; quit: () => void },
): void {
  window.on('session-end', () => {
    keepPlace();
    quit();
  });
}

/** Never rejects: an app that its user quits must end, whatever the core says. */
async function bounded(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      console.error(`Greenroom did not stop within ${ms / 1000} s and was ended.`);
      resolve();
    }, ms);
  });
  const done = work.catch((error: unknown) => console.error('Greenroom did not stop cleanly:', error));
  await Promise.race([done, late]);
  clearTimeout(timer);
}
