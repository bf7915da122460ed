import type { AppUpdater } from 'electron-updater';

/** What is used of electron-updater. */
export type Updater = Pick<
  AppUpdater,
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'allowPrerelease'
  | 'allowDowngrade'
  | 'disableWebInstaller'
  | 'logger'
  | 'checkForUpdates'
  | 'downloadUpdate'
  | 'quitAndInstall'
  | 'on'
>;

/** Nothing without consent, nothing older or unfinished, and no word in a log: its words hold paths and addresses. */
export function tame(updater: Updater, { installOnQuit }: { installOnQuit: boolean }): Updater {
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = installOnQuit;
  updater.allowPrerelease = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  updater.logger = null;
  // What fails also rejects; without a listener the app would end.
  updater.on('error', () => {});
  return updater;
}
