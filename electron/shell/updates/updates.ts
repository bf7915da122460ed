import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { UpdateStatus } from '../../../shared/status.ts';
import type { DesktopPorts } from '../../core/ports.ts';
import { ownAppImage } from '../own-app-image.ts';
import { installAndQuit, type Leaving } from './install-and-quit.ts';
import { describeSignature, isSignedByDeveloper } from './mac-signature.ts';
import { hasFeed, readPackageType } from './packed.ts';
import { plainNotes } from './plain-notes.ts';
import { canLoad, nextStatus, type UpdateNews } from './update-plan.ts';
import { tame, type Updater } from './updater.ts';
import { notSigned, whyFailed, whyUnsupported } from './why.ts';

/** The start has other work. Milliseconds. */
const FIRST_MS = 60_000;
const EVERY_MS = 6 * 60 * 60_000;
/** Not all copies at the same time. */
const SPREAD = 0.2;
/** The updater itself waits for as long as the network does. */
const ANSWER_MS = 60_000;

export interface UpdatesParts {
  app: Pick<Electron.App, 'isPackaged'> & Leaving['app'];
  /** Electron's own, by which electron-updater installs on macOS. */
  autoUpdater: Pick<Electron.AutoUpdater, 'on'>;
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  /** Where the packer puts what stands beside the archive: `process.resourcesPath`. */
  resources: string;
  /** electron-updater, loaded when it is first needed. */
  load: () => Promise<Updater>;
  execPath?: string;
  /** What `codesign` says of the app. */
  signature?: () => Promise<string>;
  random?: () => number;
}

export type Updates = DesktopPorts['updates'] & {
  /** The last step of quitting: installs and starts again where that was asked for. */
  leave: () => void;
};

/**
 * Newer versions by electron-updater: looks by itself, loads on its user's word, installs when the app is quit. It asks
 * through a session of its own, which no page is in and which the walls of the page's session do not stop.
 * https://www.electron.build/docs/features/auto-update
 */
export function createUpdates(parts: UpdatesParts): Updates {
  const { app, autoUpdater, platform, env, resources, load, random = Math.random } = parts;
  const { execPath = process.execPath, signature = () => describeSignature(execPath) } = parts;
  const packageType = readPackageType(resources);
  const appImage = platform === 'linux' ? ownAppImage(env, execPath) : undefined;
  const unsupported = whyUnsupported({
    isPackaged: app.isPackaged,
    hasFeed: hasFeed(resources),
    platform,
    appImage,
    packageType,
  });
  // Its installer asks for a password: not to be met by who only wants to leave.
  const asksToInstall = platform === 'linux' && packageType !== undefined;
  let status: UpdateStatus =
    unsupported === undefined ? { state: 'idle' } : { state: 'unsupported', reason: unsupported };
  let changed = () => {};
  let updater: Promise<Updater> | undefined;
  let signed: Promise<boolean> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let restarts: Updater | undefined;

  function learn(news: UpdateNews): void {
    const next = nextStatus(status, news);
    if (JSON.stringify(next) === JSON.stringify(status)) return;
    status = next;
    changed();
  }

  function open(): Promise<Updater> {
    updater ??= load().then(follow);
    // What could not be read now may be read later.
    updater.catch(() => {
      updater = undefined;
    });
    return updater;
  }

  function follow(opened: Updater): Updater {
    let version = '';
    const loaded = () =>
      learn({
        is: 'loaded',
        version,
        ...(asksToInstall && { reason: 'Installing it asks for your password: restart when it suits you.' }),
      });
    tame(opened, { installOnQuit: !asksToInstall });
    opened.on('download-progress', ({ percent }) => learn({ is: 'loading', percent: Math.floor(percent) }));
    opened.on('update-downloaded', (event) => {
      ({ version } = event);
      // On macOS the system only begins now to take it over, and may yet refuse it.
      if (platform !== 'darwin') loaded();
    });
    if (platform === 'darwin') {
      autoUpdater.on('update-downloaded', loaded);
      autoUpdater.on('error', (error) => learn({ is: 'load-failed', reason: whyFailed(error) }));
    }
    return opened;
  }

  async function isSigned(): Promise<boolean> {
    if (platform !== 'darwin') return true;
    signed ??= signature().then(isSignedByDeveloper);
    return signed;
  }

  async function check(asked: boolean): Promise<void> {
    if (status.state === 'unsupported') return;
    learn({ is: 'checking' });
    try {
      if (!(await isSigned())) return learn({ is: 'unsupported', reason: notSigned });
      const opened = await open();
      const found = await within(ANSWER_MS, opened.checkForUpdates());
      if (!found) throw new Error('electron-updater is not active');
      const at = new Date().toISOString();
      if (!found.isUpdateAvailable) return learn({ is: 'none', at });
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
      // Told before it is loaded, since a failure at the quit could be told to nobody.
      if (appImage !== undefined) await access(dirname(appImage), constants.W_OK);
      const opened = await open();
      await opened.downloadUpdate();
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
      if (!on || status.state === 'unsupported') {
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
      void open().then((opened) => {
        restarts = opened;
        app.quit();
      });
    },
    leave() {
      if (restarts) installAndQuit({ app, platform, isAppImage: appImage !== undefined }, restarts);
      else app.quit();
    },
  };
}

/** @throws {Error} with the code `ETIMEDOUT` where the work takes longer, which goes on nevertheless */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
