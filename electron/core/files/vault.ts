import { join } from 'node:path';
import { z } from 'zod';
import { createTurns } from '../in-turn.ts';
import type { Cipher } from '../ports.ts';
import { openJsonFile, saveJsonFile } from './json-file.ts';

// Pairs, since an object read key by key loses a name such as `__proto__`.
const pairs = z.preprocess(
  (value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : undefined,
  z.array(z.tuple([z.string(), z.string()])),
);
const vaultFile = z.object({ version: z.literal(1), entries: pairs });

/** Puts back what was kept before, where a later step of the same change failed. */
export type Undo = () => Promise<void>;

export interface Vault {
  /** Whether anything is kept under this name, readable or not. */
  has(name: string): boolean;
  /** undefined where nothing is kept. @throws AppError `secret_unreadable`, `vault_unavailable` */
  get(name: string): Promise<string | undefined>;
  /** @throws AppError `vault_unavailable`, `store_failed` */
  set(name: string, plain: string): Promise<Undo>;
  /** @throws AppError `store_failed` */
  delete(name: string): Promise<Undo>;
  /** Where a damaged file was moved to, if there was one: every secret must be entered again. */
  setAside?: string;
}

/** Secrets in one file, each encrypted by the host's cipher. Changes are made one after the other. */
export function openVault(dataDir: string, cipher: Cipher, now = Date.now()): Vault {
  const file = join(dataDir, 'secrets.json');
  const { content, setAside } = openJsonFile(file, vaultFile, now);
  let entries: ReadonlyMap<string, string> = new Map(content?.entries);
  const inTurn = createTurns();

  function put(name: string, kept: string | undefined): void {
    if (kept === entries.get(name)) return;
    const wanted = new Map(entries);
    if (kept === undefined) wanted.delete(name);
    else wanted.set(name, kept);
    saveJsonFile(file, { version: 1, entries: Object.fromEntries(wanted) }, 'The secret');
    entries = wanted;
  }

  /** @param expected the change is only made while this is what is kept */
  function change(name: string, make: () => Promise<string | undefined>, expected?: string): Promise<Undo> {
    return inTurn(async () => {
      const before = entries.get(name);
      if (expected !== undefined && before !== expected) return async () => undefined;
      put(name, await make());
      return () => inTurn(async () => put(name, before));
    });
  }

  return {
    has: (name) => entries.has(name),
    async get(name) {
      const kept = entries.get(name);
      if (kept === undefined) return undefined;
      const { plain, stale } = await cipher.decrypt(kept);
      // The system's key has changed; a failure to follow it now is no reason to withhold the secret.
      if (stale) await change(name, () => cipher.encrypt(plain), kept).catch(() => undefined);
      return plain;
    },
    set: (name, plain) => change(name, () => cipher.encrypt(plain)),
    delete: (name) => change(name, async () => undefined),
    ...(setAside !== undefined && { setAside }),
  };
}
