import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInsideWindow, parseTimestamp } from './timestamp.ts';

describe('parseTimestamp', () => {
  test.each([
    ['1790000100', 1_790_000_100],
    ['0', 0],
    ['999999999999', 999_999_999_999],
  ])('%s', (value, seconds) => {
    expect(parseTimestamp(value)).toBe(seconds);
  });

  test.each([
    '',
    ' ',
    '1780417371abc',
    ' 1780417371',
    '1780417371 ',
    '1780417371\n',
    '+1780417371',
    '-1',
    '1e9',
    '0x6a1e8b5b',
    '1780417371.0',
    '1780417371,1780417371',
    '1_780_417_371',
    '١٧٨٠٤١٧٣٧١',
    '1780417371000',
    'NaN',
    'Infinity',
    '2026-06-02T16:22:51Z',
  ])('refuses %j', (value) => {
    expect(parseTimestamp(value)).toBeUndefined();
  });

  test('gives a number for digits and for nothing else', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(parseTimestamp(value) !== undefined).toBe(/^[0-9]{1,12}$/.test(value));
      }),
    );
  });
});

test.each([
  [0, true],
  [300_000, true],
  [-300_000, true],
  [300_001, false],
  [-300_001, false],
])('a timestamp that is off by %i ms: %s', (off, inside) => {
  expect(isInsideWindow(1_790_000_100, 1_790_000_100_000 + off)).toBe(inside);
});
