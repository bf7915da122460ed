import { execFileSync, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { tryUnproved, tryWithHeader, tryWithSignature } from './try-curl.ts';

const endpoint = { localUrl: 'http://127.0.0.1:4781/hooks/key' };
const body = '{"t":1.0,"it":"it\'s"}';
const signature = { header: 'X-Signature', prefix: 'sha256=', timestampHeader: 'X-Timestamp' };
const vendor = { example: { body, signature } };
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** The arguments that curl would get. */
function run(script: string): string[] {
  const stub = 'curl() { for a in "$@"; do printf "%s\\0" "$a"; done; }';
  return execFileSync('sh', ['-c', `${stub}\n${script}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

test('with a known header value it can be pasted as it is', () => {
  const args = run(tryWithHeader(endpoint, vendor, 'X-Key', "va'lue"));
  expect(args).toContain("X-Key: va'lue");
  expect(args.slice(-3)).toEqual(['--data-raw', body, endpoint.localUrl]);
});

test('without it, its place is a variable in the first line', () => {
  const script = tryWithHeader(endpoint, undefined, 'X-Key', undefined);
  expect(script.startsWith("KEY='your header value'\n")).toBe(true);
  expect(run(script)).toContain('X-Key: your header value');
});

test('unproved it carries no proof', () => {
  expect(run(tryUnproved(endpoint, vendor)).filter((arg) => arg.startsWith('X-'))).toEqual([]);
});

test.runIf(hasOpenssl)('openssl signs as the vendor does, with and without the time', () => {
  const timed = run(tryWithSignature(endpoint, vendor.example));
  const time = timed.find((arg) => arg.startsWith('X-Timestamp: '))?.slice(13);
  const hmac = (text: string) => createHmac('sha256', 'your secret').update(text).digest('hex');
  expect(timed).toContain(`X-Signature: sha256=${hmac(`${time}.${body}`)}`);

  const plain = run(tryWithSignature(endpoint, { body, signature: { header: 'X-Signature', prefix: '' } }));
  expect(plain).toContain(`X-Signature: ${hmac(body)}`);
});
