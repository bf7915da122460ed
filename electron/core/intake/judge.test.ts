import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredHeader } from '../store/rows.ts';
import { bithuman } from '../vendors/bithuman.ts';
import { bithumanDashboard } from '../vendors/bithuman-dashboard.ts';
import { unith } from '../vendors/unith.ts';
import type { SignedCall, Vendor } from '../vendors/vendor.ts';
import { type Judged, judge, keyedHash, type Proof } from './judge.ts';
import { firstByName, hashOf, keepHeaders, REDACTED } from './kept-headers.ts';

const NOW = Date.UTC(2026, 0, 15, 12);
const key = Buffer.alloc(32, 7);
const body = Buffer.from('{"event_type":"chat.push"}');

function judged(call: SignedCall): Judged {
  const lines = Object.entries(call.headers);
  return {
    body: call.body,
    header: (name) => firstByName(lines).get(name)?.[1],
    hashOf: (name) => hashOf(firstByName(lines).get(name), key),
  };
}

const verdict = (call: SignedCall, proof: Proof, vendor: Vendor = bithumanDashboard, now = NOW) => {
  const check = judge(judged(call), proof, vendor, now);
  return check.valid ? 'valid' : check.reason;
};
const plain = (headers: Record<string, string> = {}): SignedCall => ({ headers, body });
const header = (...values: string[]) => ({
  name: 'X-Key',
  valueHashes: values.map((value) => keyedHash(key, value)),
});

test('none: the user said so', () => {
  expect(verdict(plain(), { verification: 'none', secrets: ['s'], header: header('v') })).toBe('valid');
});

test.each<[string, Record<string, string>, Proof, string]>([
  ['right', { 'x-key': 'value' }, { verification: 'header', secrets: [], header: header('value') }, 'valid'],
  [
    'either of two',
    { 'X-KEY': 'old' },
    { verification: 'header', secrets: [], header: header('new', 'old') },
    'valid',
  ],
  [
    'wrong',
    { 'x-key': 'other' },
    { verification: 'header', secrets: [], header: header('value') },
    'header_mismatch',
  ],
  [
    'empty',
    { 'x-key': '' },
    { verification: 'header', secrets: [], header: header('value') },
    'header_mismatch',
  ],
  [
    'the mask',
    { 'x-key': REDACTED },
    { verification: 'header', secrets: [], header: header('value') },
    'header_mismatch',
  ],
  ['missing', {}, { verification: 'header', secrets: [], header: header('value') }, 'header_missing'],
  [
    'none active',
    { 'x-key': 'value' },
    { verification: 'header', secrets: [], header: header() },
    'header_mismatch',
  ],
  ['not set', { 'x-key': 'value' }, { verification: 'header', secrets: ['s'] }, 'no_secret'],
])('header %s', (_, headers, proof, expected) => {
  expect(verdict(plain(headers), proof)).toBe(expected);
});

test('header and secret: the header must match, and a signature that is present must verify', () => {
  const proof: Proof = { verification: 'header', secrets: ['s'], header: header('value') };
  const signed = (secret: string, headers: Record<string, string>) =>
    bithumanDashboard.signForTest(plain(headers), secret, NOW);
  expect(verdict(plain({ 'X-Key': 'value' }), proof)).toBe('valid');
  expect(verdict(signed('s', { 'X-Key': 'value' }), proof)).toBe('valid');
  expect(verdict(signed('other', { 'X-Key': 'value' }), proof)).toBe('signature_mismatch');
  expect(verdict(signed('s', {}), proof)).toBe('header_missing');
  expect(verdict(signed('s', { 'X-Key': 'x' }), proof)).toBe('header_mismatch');
});

test.each([bithuman, bithumanDashboard, unith])(
  '$info.id signs: any active secret counts, no other and no empty one',
  (vendor) => {
    const call = vendor.signForTest(plain(), 'right', NOW);
    const proof = (...secrets: string[]): Proof => ({ verification: vendor.signs, secrets });
    expect(verdict(call, proof('right'), vendor)).toBe('valid');
    expect(verdict(call, proof('new', 'right'), vendor)).toBe('valid');
    expect(verdict(call, proof('wrong'), vendor)).toMatch(/mismatch$/);
    expect(verdict(call, proof(), vendor)).toBe('no_secret');
    expect(verdict(call, proof(''), vendor)).toBe('no_secret');
    expect(verdict(plain(), proof('right'), vendor)).toMatch(/missing$/);
    expect(verdict({ ...call, body: Buffer.from('{}') }, proof('right'), vendor)).toMatch(/mismatch$/);
  },
);

test('a timestamp counts for 300 s around its arrival, and only if it is signed', () => {
  const proof: Proof = { verification: 'signature-timestamp', secrets: ['s'] };
  const call = bithuman.signForTest(plain(), 's', NOW);
  for (const seconds of [-300, 0, 300])
    expect(verdict(call, proof, bithuman, NOW + seconds * 1000)).toBe('valid');
  for (const seconds of [-302, 302, 86_400]) {
    expect(verdict(call, proof, bithuman, NOW + seconds * 1000)).toBe('timestamp_outside_window');
  }
  const moved = {
    ...call,
    headers: { ...call.headers, 'X-BitHuman-Timestamp': String(NOW / 1000 + 86_400) },
  };
  expect(verdict(moved, proof, bithuman, NOW + 86_400_000)).toBe('signature_mismatch');
});

test('no verdict without the secret, whatever is sent', () => {
  const proofs: Proof[] = [
    { verification: 'header', secrets: [], header: header('value') },
    { verification: 'signature', secrets: ['s'] },
    { verification: 'signature-timestamp', secrets: ['s'] },
  ];
  const headers = fc.dictionary(
    fc.constantFrom(
      'x-key',
      'x-bithuman-signature',
      'x-bithuman-timestamp',
      'x-unith-signature',
      'authorization',
    ),
    fc.oneof(fc.string(), fc.stringMatching(/^(sha256=)?[0-9a-f]{64}$/), fc.constant(String(NOW / 1000))),
  );
  fc.assert(
    fc.property(headers, fc.uint8Array(), fc.constantFrom(...proofs), (headers, bytes, proof) => {
      for (const vendor of [bithuman, bithumanDashboard, unith]) {
        if (headers['x-key'] === 'value') return;
        expect(verdict({ headers, body: Buffer.from(bytes) }, proof, vendor)).not.toBe('valid');
      }
    }),
  );
});

test('secret values give way to their keyed hash, in every line and case; the rest stays', () => {
  const lines: [string, string][] = [
    ['X-KEY', 'one'],
    ['Accept', '*/*'],
    ['x-key', 'two'],
    ['AUTHORIZATION', 'Bearer t'],
    ['Cookie', 'a=b'],
    ['Proxy-Authorization', 'p'],
  ];
  const kept = keepHeaders(lines, 'X-Key', key);
  expect(kept).toEqual([
    ['X-KEY', REDACTED, keyedHash(key, 'one')],
    ['Accept', '*/*'],
    ['x-key', REDACTED, keyedHash(key, 'two')],
    ['AUTHORIZATION', REDACTED, keyedHash(key, 'Bearer t')],
    ['Cookie', REDACTED, keyedHash(key, 'a=b')],
    ['Proxy-Authorization', REDACTED, keyedHash(key, 'p')],
  ]);
  expect(JSON.stringify(kept)).not.toMatch(/one|two|Bearer/);
  expect(keepHeaders(kept, 'X-Key', key)).toEqual(kept);
  const hashIn = (all: readonly StoredHeader[], name: string) => hashOf(firstByName(all).get(name), key);
  expect(hashIn(kept, 'x-key')).toBe(hashIn(lines, 'x-key'));
  expect(keyedHash(Buffer.alloc(32, 8), 'one')).not.toBe(keyedHash(key, 'one'));
  expect(hashIn(lines, 'x-none')).toBeUndefined();
});
