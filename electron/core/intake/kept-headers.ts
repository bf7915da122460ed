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

/** The first line of each header, by its lower-case name. */
export function firstByName(lines: readonly StoredHeader[]): Map<string, StoredHeader> {
  const byName = new Map<string, StoredHeader>();
  for (const line of lines) {
    const name = line[0].toLowerCase();
    if (!byName.has(name)) byName.set(name, line);
  }
  return byName;
}

export function hashOf(line: StoredHeader | undefined, key: Buffer): KeyedHash | undefined {
  return line && (line[2] ?? keyedHash(key, line[1]));
}
