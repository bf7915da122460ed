import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { Cipher } from '../ports.ts';
import { readFileIfThere, writeFileAtomically } from './atomic-file.ts';

const vaultFile = z.object({ version: z.literal(1), entries: z.record(z.string(), z.string()) });

export interface Vault {
  /** undefined where nothing is kept. @throws AppError `secret_unreadable`, `vault_unavailable` */
  get(name: string): Promise<string | undefined>;
  /** @throws AppError `vault_unavailable`, `store_failed` */
  set(name: string, plain: string): Promise<void>;
  delete(name: string): Promise<void>;
}

/** Secrets in one file, each encrypted by the host's cipher. Changes are written one after the other. */
export function openVault(dataDir: string, cipher: Cipher): Vault {
  const file = join(dataDir, 'secrets.json');
  let entries = read(file);
  let last: Promise<unknown> = Promise.resolve();

  function change(edit: () => Promise<Record<string, string>>): Promise<void> {
    const next = last.then(async () => {
      const wanted = await edit();
      try {
        writeFileAtomically(file, `${JSON.stringify({ version: 1, entries: wanted }, null, 2)}\n`);
      } catch (error) {
        throw new AppError('store_failed', `The secret could not be saved: ${(error as Error).message}`, {
          cause: error,
        });
      }
      entries = wanted;
    });
    last = next.catch(() => undefined);
    return next;
  }

  async function set(name: string, plain: string): Promise<void> {
    const kept = await cipher.encrypt(plain);
    await change(async () => ({ ...entries, [name]: kept }));
  }

  return {
    async get(name) {
      const kept = entries[name];
      if (kept === undefined) return undefined;
      const { plain, stale } = await cipher.decrypt(kept);
      // The system's key has changed; a failure to follow it now is no reason to withhold the secret.
      if (stale) await set(name, plain).catch(() => undefined);
      return plain;
    },
    set,
    delete: (name) =>
      change(async () => Object.fromEntries(Object.entries(entries).filter(([other]) => other !== name))),
  };
}

/** A file that is not ours to read leaves every secret to be entered again; it is replaced at the next change. */
function read(file: string): Record<string, string> {
  try {
    const parsed = vaultFile.safeParse(JSON.parse(readFileIfThere(file) ?? ''));
    return parsed.data?.entries ?? {};
  } catch {
    return {};
  }
}
