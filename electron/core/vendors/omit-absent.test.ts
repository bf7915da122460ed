import { expect, test } from 'vitest';
import { omitAbsent } from './omit-absent.ts';

test('omits what is undefined, and nothing else', () => {
  const value = { a: undefined, b: null, c: 0, d: '', e: false };
  expect(Object.keys(omitAbsent(value))).toEqual(['b', 'c', 'd', 'e']);
});
