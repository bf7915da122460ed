import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asUtf8, byteSize, decodeBase64, hexRow, hexRowBytes } from './bytes.ts';

test('base64 gives back any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect([...decodeBase64(Buffer.from(bytes).toString('base64'))]).toEqual([...bytes]);
    }),
  );
});

test('only UTF-8 is read as text, with its byte order mark', () => {
  expect(asUtf8(new Uint8Array([0xff, 0xfe]))).toBeUndefined();
  expect(asUtf8(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe('\ufeffa');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(asUtf8(new TextEncoder().encode(text))).toBe(text);
    }),
  );
});

test('hex rows hold every byte once, in order', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const rows = Array.from({ length: Math.ceil(bytes.length / hexRowBytes) }, (_, row) =>
        hexRow(bytes, row),
      );
      const hex = rows.flatMap((row) => row.hex.split(' ')).map((byte) => Number.parseInt(byte, 16));
      expect(hex).toEqual([...bytes]);
      expect(rows.map((row) => row.text).join('')).toHaveLength(bytes.length);
    }),
  );
});

test('a hex row shows where it starts, and dots for what has no shape', () => {
  const bytes = new TextEncoder().encode('0123456789abcdef\u0000<é');
  expect(hexRow(bytes, 1)).toEqual({ offset: '00000010', hex: '00 3c c3 a9', text: '·<··' });
});

test.each([
  [0, '0 B'],
  [812, '812 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [1434, '1.4 kB'],
  [64_000_000, '64 MB'],
  [999_950, '1.0 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(byteSize(bytes)).toBe(text);
});
