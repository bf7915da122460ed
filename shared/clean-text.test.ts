import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from './clean-text.ts';

test.each([
  ['plain', 'plain'],
  ['  two\r\n\tlines\u2028and more ', 'two lines and more'],
  ['bell\u0007 and null\0', 'bell and null'],
  ['\u202egpj.exe', 'gpj.exe'],
  ['a\u200bb\ufeffc', 'abc'],
  ['می‌خواهم', 'می‌خواهم'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
  ['\ud800', '\ufffd'],
  ['', ''],
])('%j reads %j', (text, clean) => expect(cleanText(text, 80)).toBe(clean));

test('is cut between letters', () => {
  expect(cleanText('abcdefgh', 5)).toBe('abcd…');
  expect(cleanText('abc 👩‍👩‍👧👩‍👩‍👧', 8)).toBe('abc…');
});

test('whatever it is given: one short line without a control character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 2000 }),
      fc.integer({ min: 1, max: 200 }),
      (text, most) => {
        const clean = cleanText(text, most);
        expect(clean.length).toBeLessThanOrEqual(most);
        expect(clean).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(clean.isWellFormed()).toBe(true);
        expect(cleanText(clean, most)).toBe(clean);
      },
    ),
  );
});
