export interface Lifecycle {
  app: Pick<Electron.App, 'on' | 'quit'>;
  platform: NodeJS.Platform;
  showWindow: () => void;
  /** Vendors get 503 from now on, and what was accepted is committed. */
  stop: () => Promise<void>;
  /** How long quitting waits for that, in ms. */
  withinMs?: number;
}

/** Which window shows when, and quitting that lets the core finish. After the app is ready. */
export function manageLifecycle({ app, platform, showWindow, stop, withinMs = 5_000 }: Lifecycle): void {
  app.on('second-instance', showWindow);
  app.on('activate', showWindow);
  app.on('window-all-closed', () => {
    // On a Mac an app lives on without windows, until its user quits it.
    if (platform !== 'darwin') app.quit();
  });

  let state: 'running' | 'stopping' | 'stopped' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'stopped') return;
    // Electron does not wait for promises: quitting is put off, and asked for again when the core has stopped.
    event.preventDefault();
    if (state === 'stopping') return;
    state = 'stopping';
    void bounded(stop(), withinMs).then(() => {
      state = 'stopped';
      app.quit();
    });
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
