import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, inert, inertLine } from './inert.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.string({
    unit: fc.constantFrom('\u202e', '\u2066', '\u001b', '\u0000', '\r', '\n', 'a', '\ud800', '<'),
  }),
);

test.each([
  ['plain words stay', 'Grüße, 世界 👩‍👩‍👧', 'Grüße, 世界 👩‍👩‍👧'],
  ['HTML stays text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['terminal escapes are seen', '\u001b[31mred\u0007', '␛[31mred␇'],
  ['a reversed file name is seen', 'photo\u202egpj.exe', 'photo⟨U+202E⟩gpj.exe'],
  ['isolates and marks are seen', '\u2066a\u2069\u200f\u061c', '⟨U+2066⟩a⟨U+2069⟩⟨U+200F⟩⟨U+061C⟩'],
  ['newlines and tabs stay', 'a\nb\tc\r\nd', 'a\nb\tc\nd'],
  ['a lone carriage return is seen', 'shown\rhidden', 'shown␍hidden'],
  ['a lone surrogate is replaced', 'a\ud83d', 'a\ufffd'],
])('%s', (_, text, shown) => {
  expect(inert(text)).toBe(shown);
});

describe('of any text', () => {
  test('nothing deceptive is left', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(inert(text)).not.toMatch(/(?![\n\t])[\p{Cc}\u2028-\u202e\u2066-\u2069\u200e\u200f\u061c]/u);
        expect(inert(text).isWellFormed()).toBe(true);
      }),
    );
  });

  test('once is enough', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(inert(inert(text))).toBe(inert(text));
      }),
    );
  });

  test('a line is one line and short', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(inertLine(text, 20)).not.toContain('\n');
        expect(inertLine(text, 20).length).toBeLessThanOrEqual(21 * 8);
      }),
    );
  });

  test('a cut keeps characters whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, most) => {
        expect(cut(text, most).isWellFormed()).toBe(true);
        expect(text.startsWith(cut(text, most).replace(/…$/, ''))).toBe(true);
      }),
    );
  });
});
