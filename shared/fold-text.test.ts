import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginsWord, foldText } from './fold-text.ts';

test.each([
  ['Zoë at the Desk', 'zoe at the desk'],
  ['  suite-7 / B ', 'suite 7 b'],
  ['ПРИВЕТ', 'привет'],
  ['😀 !', ''],
])('%j folds to %j', (text, folded) => expect(foldText(text)).toBe(folded));

test.each([
  ['zoe at the desk', 'de', true],
  ['zoe at the desk', 'the d', true],
  ['zoe at the desk', 'esk', false],
])('%j has a word that begins with %j: %j', (text, beginning, has) =>
  expect(beginsWord(text, beginning)).toBe(has),
);

test('folded text stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)),
  );
});
