import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 in lower-case hex over the parts in a row; the key is the secret exactly as given. */
export function signHex(secret: string, ...parts: readonly (string | Buffer)[]): string {
  return digest(secret, parts).toString('hex');
}

/** The 32 bytes of `sha256=<hex>` or bare hex, in either case; undefined for anything else. */
export function parseSignature(value: string): Buffer | undefined {
  const hex = /^(?:sha256=)?([0-9a-f]{64})$/i.exec(value)?.[1];
  return hex === undefined ? undefined : Buffer.from(hex, 'hex');
}

/** Whether any of the secrets made this signature over the parts. An empty secret never did. */
export function verifies(
  signature: Buffer,
  secrets: readonly string[],
  ...parts: readonly (string | Buffer)[]
): boolean {
  return secrets.some((secret) => secret !== '' && timingSafeEqual(digest(secret, parts), signature));
}

function digest(secret: string, parts: readonly (string | Buffer)[]): Buffer {
  const hmac = createHmac('sha256', secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}
