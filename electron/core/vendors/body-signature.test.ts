import { expect, test } from 'vitest';
import { asCall } from './as-call.ts';
import { checkBodySignature } from './body-signature.ts';
import { signHex } from './signature.ts';

const body = Buffer.from('{"timestamp": 1705312200.0}');
const right = signHex('key', body);

function check(signature: string | undefined, secrets = ['key']) {
  const headers: Record<string, string> = signature === undefined ? {} : { 'X-Signature': signature };
  const result = checkBodySignature(asCall({ headers, body }), 'x-signature', secrets);
  return result.valid ? 'valid' : result.reason;
}

test('the raw bytes count: the same JSON written anew has another signature', () => {
  expect(check(right)).toBe('valid');
  expect(check(signHex('key', JSON.stringify(JSON.parse(body.toString()))))).toBe('signature_mismatch');
});

test.each([
  ['no secret, whatever was sent', right, [], 'no_secret'],
  ['only an empty secret', signHex('', body), [''], 'no_secret'],
  ['an empty secret beside another', signHex('', body), ['', 'key'], 'signature_mismatch'],
  ['no signature', undefined, ['key'], 'signature_missing'],
  ['an empty signature', '', ['key'], 'signature_malformed'],
  ['a malformed signature', `${right}00`, ['key'], 'signature_malformed'],
  ['another secret', right, ['other'], 'signature_mismatch'],
  ['a former secret', right, ['new', 'key'], 'valid'],
])('%s', (_, signature, secrets, outcome) => {
  expect(check(signature, secrets)).toBe(outcome);
});
