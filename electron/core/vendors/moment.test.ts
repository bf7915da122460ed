import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMoment } from './moment.ts';

describe('readMoment', () => {
  test.each([
    [1_790_000_000.125, 1_790_000_000_125],
    [1_790_000_011.502, 1_790_000_011_502],
    [1_790_000_000, 1_790_000_000_000],
    [1_790_000_000_125, 1_790_000_000_125],
    ['1790000000', 1_790_000_000_000],
    [' 1790000000.5 ', 1_790_000_000_500],
    ['1790000000125', 1_790_000_000_125],
    [1e11, 1e14],
    [253_402_300_799_999, 253_402_300_799_999],
    ['2026-01-15T09:57:33Z', Date.UTC(2026, 0, 15, 9, 57, 33)],
    ['2026-08-31 06:56:30', Date.UTC(2026, 7, 31, 6, 56, 30)],
    ['2026-08-31T06:56:30', Date.UTC(2026, 7, 31, 6, 56, 30)],
    ['2026-08-31 06:56:30.5', Date.UTC(2026, 7, 31, 6, 56, 30, 500)],
    ['2026-08-31T06:56:30.123456Z', Date.UTC(2026, 7, 31, 6, 56, 30, 123)],
    ['2026-08-31 06:56:30 UTC', Date.UTC(2026, 7, 31, 6, 56, 30)],
    ['2026-08-31T06:56:30+02:00', Date.UTC(2026, 7, 31, 4, 56, 30)],
    ['2026-08-31T06:56:30.25-0530', Date.UTC(2026, 7, 31, 12, 26, 30, 250)],
    ['2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
    ['9999-12-31T23:59:59.999Z', 253_402_300_799_999],
  ])('%j is %i', (value, milliseconds) => {
    expect(readMoment(value)).toBe(milliseconds);
  });

  test.each([
    undefined,
    null,
    true,
    [1_790_000_000],
    { seconds: 1_790_000_000 },
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    -0.0001,
    253_402_300_800_000,
    1_790_000_000_000_000,
    '',
    '-1',
    '1e9',
    '0x10',
    'yesterday',
    '2026-08-31',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-08-31T24:00:00Z',
    '2026-08-31T06:61:00Z',
    '2026-08-31T06:56:30+99:00',
    '1969-12-31T23:59:59Z',
    '9999-12-31T23:59:59-01:00',
    '12026-01-01T00:00:00Z',
  ])('%j is no time', (value) => {
    expect(readMoment(value)).toBeUndefined();
  });

  test('every millisecond is read back, as seconds, milliseconds and ISO 8601', () => {
    const afterMarch1973 = fc.integer({ min: 100_000_000_001, max: 253_402_300_799_999 });
    fc.assert(
      fc.property(afterMarch1973, (at) => {
        expect(readMoment(at)).toBe(at);
        expect(readMoment(new Date(at).toISOString())).toBe(at);
        if (at <= 1e14) expect(readMoment(at / 1000)).toBe(at);
      }),
    );
  });

  test('whatever comes, the answer is a date of ours or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.string(), fc.stringMatching(/^[-+:.TZ 0-9]{0,30}$/)), (value) => {
        const year = new Date(readMoment(value) ?? 0).getUTCFullYear();
        expect(year).toBeGreaterThanOrEqual(1970);
        expect(year).toBeLessThanOrEqual(9999);
      }),
    );
  });
});
