import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { isLoopback } from '../../../shared/endpoints.ts';

const LIMIT_MS = 10_000;
const MAX_BYTES = 512 * 1024;

/** Nothing inside this computer's own networks is asked for, whatever a vendor's answer names. */
const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(net, bits, 'ipv6');

const kinds: [type: string, begins: string][] = [
  ['image/png', '\u0089PNG\r\n'],
  ['image/jpeg', '\u00ff\u00d8\u00ff'],
  ['image/gif', 'GIF87a'],
  ['image/gif', 'GIF89a'],
];

/** By its first bytes, whatever it was sent as. */
function typeOf(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 12).toString('latin1');
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp';
  return kinds.find(([, begins]) => head.startsWith(begins))?.[0];
}

/**
 * A picture that a vendor names: https only (from this computer itself where the API is here, too), without any secret,
 * small, and known by its first bytes. undefined where it is none or cannot be had.
 */
export async function fetchPicture(
  url: string,
  base: string,
): Promise<{ type: string; bytes: Buffer } | undefined> {
  if (!(await mayAsk(url, base))) return undefined;
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(LIMIT_MS) });
    const bytes = response.ok ? await readBounded(response) : undefined;
    const type = bytes && typeOf(bytes);
    return bytes && type !== undefined ? { type, bytes } : undefined;
  } catch {
    return undefined;
  }
}

async function mayAsk(url: string, base: string): Promise<boolean> {
  const parsed = URL.parse(url);
  if (!parsed || parsed.username || parsed.password) return false;
  if (isLoopback(url)) return isLoopback(base) && /^https?:$/.test(parsed.protocol);
  if (parsed.protocol !== 'https:') return false;
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  try {
    const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await lookup(host, { all: true });
    return found.every(({ address, family }) => !inside.check(address, family === 6 ? 'ipv6' : 'ipv4'));
  } catch {
    return false;
  }
}

async function readBounded(response: Response): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
