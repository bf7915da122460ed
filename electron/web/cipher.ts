import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { readFileIfThere, writeFileAtomically } from '../core/files/atomic-file.ts';
import type { Cipher } from '../core/ports.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM under a key from `GREENROOM_KEY`, or from a key file in the data folder that only its owner can read.
 * The key file protects against a copied secrets file, not against someone who can read the whole folder.
 */
export function createFileCipher(dataDir: string, envKey: string | undefined): Cipher {
  const source = envKey ? 'GREENROOM_KEY' : 'a key file in the data folder';
  let known: Buffer | undefined;
  const key = () => {
    known ??= envKey ? keyFromText(envKey) : keyFromFile(join(dataDir, 'secrets.key'));
    return known;
  };

  return {
    async encrypt(plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key(), nonce);
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `web1:${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')}`;
    },

    async decrypt(kept) {
      try {
        if (!kept.startsWith('web1:')) throw new Error('kept by another host');
        const bytes = Buffer.from(kept.slice('web1:'.length), 'base64');
        const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const sealed = bytes.subarray(NONCE_BYTES + TAG_BYTES);
        const plain = Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
        return { plain, stale: false };
      } catch (error) {
        if (error instanceof AppError) throw error;
        throw new AppError('secret_unreadable', `This secret cannot be read with ${source}.`, {
          cause: error,
        });
      }
    },

    async status() {
      try {
        key();
        return { state: 'ready', keptBy: `encrypted with ${source}` };
      } catch (error) {
        return { state: 'unavailable', keptBy: source, reason: (error as Error).message };
      }
    },
  };
}

/** 32 bytes as hex or base64 are the key; any other text of 16 characters or more is stretched into one. */
function keyFromText(text: string): Buffer {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  const decoded = Buffer.from(text, 'base64');
  if (
    decoded.length === KEY_BYTES &&
    decoded.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '')
  ) {
    return decoded;
  }
  if (text.length < 16) {
    throw new AppError(
      'vault_unavailable',
      'GREENROOM_KEY is too short: give 32 bytes as hex or base64, or a phrase of 16 characters or more.',
    );
  }
  return scryptSync(text, 'greenroom', KEY_BYTES);
}

/** Reads the key file, or makes it once. The folder's lock is held: nobody else makes one at the same time. */
function keyFromFile(file: string): Buffer {
  const text = readKeyFile(file) ?? makeKeyFile(file);
  const key = Buffer.from(text, 'base64');
  if (key.length !== KEY_BYTES || key.toString('base64') !== text.trim()) {
    throw new AppError(
      'vault_unavailable',
      `The key file ${file} is damaged. Put its backup back, or move it away and enter the secrets again.`,
    );
  }
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new AppError(
      'vault_unavailable',
      `The key file ${file} can be read by others. Run: chmod 600 ${file}`,
    );
  }
  return key;
}

function readKeyFile(file: string): string | undefined {
  try {
    return readFileIfThere(file);
  } catch (error) {
    const { message } = error as Error;
    throw new AppError('vault_unavailable', `The key file cannot be read: ${message}`, { cause: error });
  }
}

function makeKeyFile(file: string): string {
  const text = `${randomBytes(KEY_BYTES).toString('base64')}\n`;
  try {
    writeFileAtomically(file, text);
    return text;
  } catch (error) {
    const { message } = error as Error;
    throw new AppError('vault_unavailable', `The key file cannot be made: ${message}`, { cause: error });
  }
}
