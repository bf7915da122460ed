import { expect, test } from 'vitest';
import { asCall } from './as-call.ts';
import { signHex } from './signature.ts';
import { checkTimestampedSignature } from './timestamped-signature.ts';

const body = Buffer.from('{"id":"evt_1"}');
const now = 1_790_000_100_000;
const sent = '1790000100';
const right = signHex('key', `${sent}.`, body);
const overBody = signHex('key', body);

function check(signature: string | undefined, timestamp: string | undefined, secrets = ['key'], at = now) {
  const headers = {
    ...(signature !== undefined && { 'X-Signature': signature }),
    ...(timestamp !== undefined && { 'X-Timestamp': timestamp }),
  };
  const names = { signature: 'x-signature', timestamp: 'x-timestamp' };
  const result = checkTimestampedSignature(asCall({ headers, body }), names, secrets, at);
  return result.valid ? 'valid' : result.reason;
}

test.each([
  ['right', right, sent, 'valid'],
  ['prefixed, in capitals', `SHA256=${right.toUpperCase()}`, sent, 'valid'],
  ['nothing', undefined, undefined, 'signature_missing'],
  ['no signature', undefined, sent, 'signature_missing'],
  ['no signature, malformed timestamp', undefined, 'x', 'signature_missing'],
  ['malformed signature, no timestamp', 'x', undefined, 'signature_malformed'],
  ['malformed signature and timestamp', 'x', 'x', 'signature_malformed'],
  ['no timestamp', right, undefined, 'timestamp_missing'],
  ['no timestamp, over the body alone', overBody, undefined, 'signature_without_timestamp'],
  ['empty timestamp', right, '', 'timestamp_malformed'],
  ['malformed timestamp, over the body alone', overBody, `${sent}abc`, 'timestamp_malformed'],
  ['malformed timestamp, signed', signHex('key', `${sent}abc.`, body), `${sent}abc`, 'timestamp_malformed'],
  ['over the body alone', overBody, sent, 'signature_without_timestamp'],
  ['for another timestamp', right, '1790000101', 'signature_mismatch'],
  ['other secret', signHex('other', `${sent}.`, body), sent, 'signature_mismatch'],
  ['old and forged', '0'.repeat(64), '1', 'signature_mismatch'],
  ['old and right', signHex('key', '1.', body), '1', 'timestamp_outside_window'],
])('%s', (_, signature, timestamp, outcome) => {
  expect(check(signature, timestamp)).toBe(outcome);
});

test('the window is 300 s on both sides, its ends included', () => {
  const at = [now - 300_001, now - 300_000, now + 300_000, now + 300_001];
  expect(at.map((time) => check(right, sent, ['key'], time))).toEqual([
    'timestamp_outside_window',
    'valid',
    'valid',
    'timestamp_outside_window',
  ]);
});

test('without a secret that is the answer, whatever was sent', () => {
  expect(check(right, sent, [])).toBe('no_secret');
  expect(check(undefined, undefined, [])).toBe('no_secret');
  expect(check(signHex('', `${sent}.`, body), sent, [''])).toBe('no_secret');
});

test('any of several secrets will do', () => {
  expect(check(right, sent, ['new', '', 'key'])).toBe('valid');
});
