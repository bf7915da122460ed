import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const name = 'Greenroom';

/**
 * Decides where everything is kept, before the app is ready and before the single-instance lock is asked for, which
 * lies in this folder: two folders are two apps. Chromium's own files get a folder in it.
 * @param dataDir as given by the user, relative to the working directory
 * @returns the data folder, absolute
 */
export function settlePaths(
  app: Pick<Electron.App, 'setName' | 'setPath' | 'getPath'>,
  dataDir: string | undefined,
): string {
  // Also names the entry in the system's keyring, so that it must not depend on how the app was started.
  app.setName(name);
  const folder = dataDir === undefined ? join(app.getPath('appData'), name) : resolve(dataDir);
  const session = join(folder, 'chromium');
  // Electron takes no folder that does not exist.
  mkdirSync(session, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  app.setPath('sessionData', session);
  return folder;
}
