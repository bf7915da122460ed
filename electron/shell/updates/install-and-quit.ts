import type { Updater } from './updater.ts';
import { whyFailed } from './why.ts';

/** How long macOS may take to make ready what it starts when the app is gone. */
const MAC_MS = 10_000;

export interface Leaving {
  app: Pick<Electron.App, 'quit' | 'relaunch' | 'releaseSingleInstanceLock'>;
  platform: NodeJS.Platform;
  /** It runs from a place that is gone when it ends, so that Electron could not start it again. */
  isAppImage: boolean;
}

/**
 * The last step of a quit that was asked for to install: the newer version starts when this one is gone. It quits even
 * where that fails, which the updater only tells as an event: all else has stopped by now, and nobody would see that an
 * app is left. Then this version starts again, such as for who gave no password.
 */
export function installAndQuit({ app, platform, isAppImage }: Leaving, updater: Updater): void {
  let isLeaving = false;
  let hasFailed = false;
  const quit = () => {
    if (isLeaving) return;
    isLeaving = true;
    // https://www.electronjs.org/docs/latest/api/app#apprelaunchoptions
    if (hasFailed && !isAppImage) app.relaunch();
    app.quit();
  };
  const fail = (error: unknown) => {
    hasFailed = true;
    console.error('The newer version could not be installed:', whyFailed(error));
    if (platform === 'darwin') quit();
  };

  updater.on('error', fail);
  // The newer one may be there before this one is gone, and would take it for the first.
  app.releaseSingleInstanceLock();
  try {
    // Silent, and started again: what its user has asked for is not asked about again.
    updater.quitAndInstall(true, true);
  } catch (error) {
    fail(error);
  }
  if (platform === 'darwin') setTimeout(quit, MAC_MS);
  else setImmediate(quit);
}
