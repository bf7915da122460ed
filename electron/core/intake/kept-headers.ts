import type { StoredHeader } from '../store/rows.ts';
import { type KeyedHash, keyedHash } from './judge.ts';

export const REDACTED = '•••';

const alwaysSecret = new Set(['authorization', 'cookie', 'proxy-authorization']);

/** Header lines as they are kept: secret values give way to their keyed hash. */
export function keepHeaders(
  lines: readonly StoredHeader[],
  secretHeader: string | undefined,
  key: Buffer,
): StoredHeader[] {
  const own = secretHeader?.toLowerCase();
  return lines.map((line) => {
    const name = line[0].toLowerCase();
    if (line.length === 3 || (name !== own && !alwaysSecret.has(name))) return line;
    return [line[0], REDACTED, keyedHash(key, line[1])];
  });
}

/** The first value of a header, by its lower-case name. */
export function headerOf(lines: readonly StoredHeader[], name: string): string | undefined {
  return lines.find((line) => line[0].toLowerCase() === name)?.[1];
}

export function hashOf(lines: readonly StoredHeader[], name: string, key: Buffer): KeyedHash | undefined {
  const line = lines.find((line) => line[0].toLowerCase() === name);
  return line && (line[2] ?? keyedHash(key, line[1]));
}
