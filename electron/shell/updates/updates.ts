import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppUpdater } from 'electron-updater';
import { AppError } from '../../../shared/errors.ts';
import type { UpdateStatus } from '../../../shared/status.ts';
import type { DesktopPorts } from '../../core/ports.ts';
import { plainNotes } from './plain-notes.ts';
import { canLoad, nextStatus, type UpdateNews } from './update-plan.ts';
import { whyFailed, whyUnsupported } from './why.ts';

/** The start has other work. Milliseconds. */
const FIRST_MS = 60_000;
const EVERY_MS = 6 * 60 * 60_000;
/** Not all copies at the same time. */
const SPREAD = 0.2;

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

export interface UpdatesParts {
  app: Pick<Electron.App, 'isPackaged' | 'quit'>;
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  /** Where the packer puts what stands beside the archive: `process.resourcesPath`. */
  resources: string;
  load: () => Promise<Updater>;
  random?: () => number;
}

export type Updates = DesktopPorts['updates'] & {
  /** The last step of quitting: installs and starts again where that was asked for. */
  leave: () => void;
};

/**
 * Newer versions by electron-updater: looks by itself, loads on its user's word, installs when the app is quit. It asks
 * through a session of its own, which the walls of the page's session do not stop; of what it says nothing is logged.
 * https://www.electron.build/docs/features/auto-update
 */
export function createUpdates({
  app,
  platform,
  env,
  resources,
  load,
  random = Math.random,
}: UpdatesParts): Updates {
  const packageType = readPackageType(resources);
  const unsupported = whyUnsupported({
    isPackaged: app.isPackaged,
    hasFeed: existsSync(join(resources, 'app-update.yml')),
    platform,
    appImage: env.APPIMAGE,
    packageType,
  });
  // Its installer asks for a password: not to be met by who only wants to leave.
  const asksToInstall = platform === 'linux' && packageType !== undefined;
  let status: UpdateStatus =
    unsupported === undefined ? { state: 'idle' } : { state: 'unsupported', reason: unsupported };
  let changed = () => {};
  let updater: Promise<Updater> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let restarts: Updater | undefined;

  function learn(news: UpdateNews): void {
    const next = nextStatus(status, news);
    if (JSON.stringify(next) === JSON.stringify(status)) return;
    status = next;
    changed();
  }

  function open(): Promise<Updater> {
    updater ??= load().then((loaded) => {
      loaded.autoDownload = false;
      loaded.autoInstallOnAppQuit = !asksToInstall;
      loaded.allowPrerelease = false;
      loaded.allowDowngrade = false;
      loaded.disableWebInstaller = true;
      loaded.logger = null;
      loaded.on('download-progress', ({ percent }) => learn({ is: 'loading', percent: Math.floor(percent) }));
      loaded.on('update-downloaded', ({ version }) =>
        learn({
          is: 'loaded',
          version,
          ...(asksToInstall && {
            reason: 'Installing it asks for your password: restart when it suits you.',
          }),
        }),
      );
      // It also rejects; without a listener the app would end.
      loaded.on('error', () => {});
      return loaded;
    });
    return updater;
  }

  async function check(asked: boolean): Promise<void> {
    if (unsupported !== undefined) return;
    learn({ is: 'checking' });
    try {
      const found = await (await open()).checkForUpdates();
      const at = new Date().toISOString();
      if (!found?.isUpdateAvailable) return learn({ is: 'none', at });
      const { version, releaseNotes } = found.updateInfo;
      const notes = plainNotes(releaseNotes);
      learn({ is: 'found', at, version, ...(notes !== undefined && { notes }) });
    } catch (error) {
      learn({ is: 'check-failed', asked, reason: whyFailed(error) });
    }
  }

  async function loadFound(): Promise<void> {
    learn({ is: 'loading', percent: 0 });
    try {
      await (await open()).downloadUpdate();
    } catch (error) {
      learn({ is: 'load-failed', reason: whyFailed(error) });
    }
  }

  function checkIn(ms: number): void {
    const spread = 1 + SPREAD * (random() - 0.5);
    timer = setTimeout(() => {
      checkIn(EVERY_MS);
      void check(false);
    }, ms * spread);
    timer.unref();
  }

  return {
    status: () => status,
    follow(listener) {
      changed = listener;
    },
    setAutomatic(on) {
      if (!on || unsupported !== undefined) {
        clearTimeout(timer);
        timer = undefined;
      } else if (!timer) checkIn(FIRST_MS);
    },
    check: () => check(true),
    async download() {
      if (!canLoad(status)) throw new AppError('not_available', 'There is no newer version to load.');
      // Whoever asked is answered at once; the status tells how it goes on.
      void loadFound();
    },
    install() {
      if (status.state !== 'ready') throw new AppError('not_available', 'No newer version is ready.');
      void open().then((loaded) => {
        restarts = loaded;
        app.quit();
      });
    },
    leave() {
      try {
        // Silent, and started again: what the user has asked for is not asked about again.
        if (restarts) restarts.quitAndInstall(true, true);
        else app.quit();
      } catch (error) {
        console.error('The newer version could not be installed:', whyFailed(error));
        app.quit();
      }
    },
  };
}

function readPackageType(resources: string): string | undefined {
  try {
    return readFileSync(join(resources, 'package-type'), 'utf8').trim();
  } catch {
    return undefined;
  }
}
