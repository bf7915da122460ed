import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSignature, signHex, verifies } from './signature.ts';

const hex = signHex('key', 'body');
const bytes = Buffer.from(hex, 'hex');

test('signs as RFC 4231, test case 2, says', () => {
  expect(signHex('Jefe', 'what do ya ', Buffer.from('want for nothing?'))).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

describe('parseSignature', () => {
  test.each([hex, hex.toUpperCase(), `sha256=${hex}`, `SHA256=${hex.toUpperCase()}`])(
    'accepts %s',
    (value) => {
      expect(parseSignature(value)).toEqual(bytes);
    },
  );

  test.each([
    '',
    'sha256=',
    hex.slice(1),
    `${hex}0`,
    `${hex}\n`,
    ` ${hex}`,
    `sha1=${hex}`,
    `sha256=sha256=${hex}`,
    `sha256:${hex}`,
    `0x${hex.slice(2)}`,
    `${hex.slice(1)}g`,
    `${hex.slice(1)}é`,
    `${hex}, ${hex}`,
    bytes.toString('base64'),
  ])('refuses %j', (value) => {
    expect(parseSignature(value)).toBeUndefined();
  });

  test('never throws, and gives 32 bytes or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect([undefined, 32]).toContain(parseSignature(value)?.length);
      }),
    );
  });
});

describe('verifies', () => {
  const check = (...secrets: string[]) => verifies(bytes, secrets, Buffer.from('body'));

  test('one right secret among others is enough, wherever it stands', () => {
    expect([check('key'), check('old', 'key'), check('key', 'old'), check('', 'key')]).not.toContain(false);
  });

  test('wrong secrets, or none, are not', () => {
    expect([check(), check('old'), check('key '), check('KEY')]).not.toContain(true);
  });

  test('an empty secret never verifies, even what it signed', () => {
    expect(verifies(Buffer.from(signHex('', 'body'), 'hex'), [''], 'body')).toBe(false);
  });

  test('bytes that are no UTF-8 are signed as bytes', () => {
    const [one, other] = [Buffer.from([0x7b, 0xff, 0x7d]), Buffer.from([0x7b, 0xfe, 0x7d])];
    const signature = Buffer.from(signHex('key', one), 'hex');
    expect(verifies(signature, ['key'], one)).toBe(true);
    expect(verifies(signature, ['key'], other)).toBe(false);
  });
});
