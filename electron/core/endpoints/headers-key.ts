import { randomBytes } from 'node:crypto';
import type { Vault } from '../files/vault.ts';

const NAME = 'headers-key';

/**
 * The key of this data folder under which secret header values are hashed. Where the vault cannot be used now, one for
 * this run: deliveries kept with it can then not be compared later, and nothing else is lost.
 */
export async function headersKey(vault: Vault): Promise<Buffer> {
  const fresh = randomBytes(32);
  try {
    const kept = await vault.get(NAME);
    if (kept !== undefined) return Buffer.from(kept, 'base64');
    await vault.set(NAME, fresh.toString('base64'));
  } catch {
    // Told by the secrets' own status.
  }
  return fresh;
}
