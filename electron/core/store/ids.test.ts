import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicId, rowId } from './ids.ts';

test('an id leads back to its row, in its own store and for its own kind only', () => {
  fc.assert(
    fc.property(fc.constantFrom('d', 'e', 's'), fc.integer({ min: 1, max: 1e14 }), (letter, n) => {
      const id = publicId(letter, n, 'a1b2c3');
      expect(rowId(letter, id, 'a1b2c3')).toBe(n);
      expect(rowId(letter, id, 'a1b2c4')).toBeUndefined();
      expect(rowId(letter === 'd' ? 'e' : 'd', id, 'a1b2c3')).toBeUndefined();
    }),
  );
});

test.each([
  '',
  'd',
  'd1',
  'd1-',
  'd0-a1',
  'd-1-a1',
  'd01-a1',
  'd1e3-a1',
  'd1-A1',
  ' d1-a1',
  'd1-a1\n',
  'd1.5-a1',
  `d${'9'.repeat(16)}-a1`,
])('%j is no id', (id) => {
  expect(rowId('d', id, 'a1')).toBeUndefined();
});

test('whatever is asked for, it is a row or nothing', () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      const n = rowId('d', id, 'a1');
      expect(n === undefined || Number.isSafeInteger(n)).toBe(true);
    }),
  );
});
