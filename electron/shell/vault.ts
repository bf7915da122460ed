import { AppError } from '../../shared/errors.ts';
import type { SecretsStatus } from '../../shared/status.ts';
import type { Cipher } from '../core/ports.ts';

export type Storage = Pick<
  Electron.SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/** Tells what this host wrote from what another one did. */
const prefix = 'system:';
/** How Chromium marks what it encrypted on Linux with a key that is written in its source, for lack of a keyring. */
const publicKeyMark = 'v10';
/** In ms. The system may be asking its user for a password meanwhile; whoever asks for the status does not wait for that. */
const patience = { work: 60_000, status: 3_000 };

/**
 * Secrets under the system's own key, by https://www.electronjs.org/docs/latest/api/safe-storage.
 *
 * On Linux without a keyring Electron says that encryption is available, and then uses a key that everybody knows.
 * That is plain text in disguise: it is refused, by the name of the backend and by the mark on what comes out.
 */
export function createCipher(storage: Storage, platform: NodeJS.Platform, limits = patience): Cipher {
  const unlock =
    platform === 'linux'
      ? 'unlock GNOME Keyring or KWallet, then start Greenroom again'
      : `unlock ${keeper(platform)}, then try again`;
  let proved = false;

  async function encrypt(plain: string): Promise<string> {
    refuseBasicText();
    const bytes = await answered(async () => {
      if (!(await storage.isAsyncEncryptionAvailable())) throw new Error('No encryption is available.');
      return storage.encryptStringAsync(plain);
    });
    if (
      platform === 'linux' &&
      bytes.subarray(0, publicKeyMark.length).toString('latin1') === publicKeyMark
    ) {
      throw unavailable('No keyring answered');
    }
    return prefix + bytes.toString('base64');
  }

  async function decrypt(kept: string): Promise<{ plain: string; stale: boolean }> {
    if (!kept.startsWith(prefix)) throw unreadable('This secret was kept by another host of Greenroom.');
    refuseBasicText();
    const bytes = Buffer.from(kept.slice(prefix.length), 'base64');
    try {
      const { result, shouldReEncrypt } = await within(limits.work, storage.decryptStringAsync(bytes));
      return { plain: result, stale: shouldReEncrypt };
    } catch (error) {
      // Electron tells "locked for now" from "not ours" by words only; whether encrypting works tells it, too.
      await encrypt('');
      throw unreadable(
        'The system does not give this secret back: it was kept by another user or key.',
        error,
      );
    }
  }

  async function status(): Promise<SecretsStatus> {
    const keptBy = keeper(platform, platform === 'linux' ? storage.getSelectedStorageBackend() : undefined);
    try {
      // The key is chosen once a run, so that what worked once need not be tried again.
      if (!proved) await within(limits.status, encrypt(''));
      proved = true;
      return { state: 'ready', keptBy };
    } catch (error) {
      const { message } =
        error instanceof AppError ? error : unavailable('The system has not answered yet', error);
      return { state: 'unavailable', keptBy, reason: message };
    }
  }

  function refuseBasicText(): void {
    if (platform !== 'linux') return;
    const backend = storage.getSelectedStorageBackend();
    if (backend === 'basic_text' || backend === 'unknown') {
      throw unavailable(
        'Electron knows no keyring of this desktop',
        undefined,
        'start Greenroom with --password-store=gnome-libsecret, where there is one',
      );
    }
  }

  async function answered<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await within(limits.work, work());
    } catch (error) {
      throw unavailable('The system keeps no secrets now', error);
    }
  }

  function unavailable(what: string, cause?: unknown, step = unlock): AppError {
    return new AppError('vault_unavailable', `${what}: ${step}. Until then no secret can be kept or read.`, {
      cause,
    });
  }

  return { encrypt, decrypt, status };
}

function unreadable(message: string, cause?: unknown): AppError {
  return new AppError('secret_unreadable', message, { cause });
}

type Backend = ReturnType<Storage['getSelectedStorageBackend']>;

/** For people. */
function keeper(platform: NodeJS.Platform, backend?: Backend): string {
  if (platform === 'darwin') return 'the macOS Keychain';
  if (platform === 'win32') return 'Windows data protection';
  if (backend?.startsWith('kwallet')) return 'KWallet';
  return backend === 'gnome_libsecret' ? 'the GNOME keyring' : "the desktop's keyring";
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms / 1000} s.`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
