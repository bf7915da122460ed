import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt, holdsWords, markWords, queryWords } from './mark-words.ts';

const shown = (text: string, query: string) =>
  markWords(text, queryWords(query))
    .map(({ text, isFound }) => (isFound ? `[${text}]` : text))
    .join('');

test.each([
  ['Could you move it to Friday?', 'fri', 'Could you move it to [Fri]day?'],
  ['Could you move it to Friday?', 'FRIDAY you', 'Could [you] move it to [Friday]?'],
  ['Un café naïf', 'cafe nai', 'Un [café] [naï]f'],
  ['cafe\u0301 au lait', 'cafe', '[cafe\u0301] au lait'],
  ['id ab-12-cd', 'ab-12', 'id [ab]-[12]-cd'],
  ['hello', 'ello', 'hello'],
  ['hello', '', 'hello'],
  ['to tomorrow', 'to tomo', '[to] [tomo]rrow'],
  ['😀 ok', '😀', '😀 ok'],
  ['', 'x', ''],
])('%j, looked through for %j, is %j', (text, query, marked) => expect(shown(text, query)).toBe(marked));

test('whatever it is, the pieces are the text', () => {
  const any = fc.string({ unit: 'binary', maxLength: 80 });
  fc.assert(
    fc.property(any, any, (text, query) => {
      const pieces = markWords(text, queryWords(query));
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(pieces.some(({ isFound }) => isFound)).toBe(holdsWords(text, queryWords(query)));
    }),
    { numRuns: 500 },
  );
});

test('an excerpt begins shortly before what was looked for', () => {
  const far = `${'blah '.repeat(100)}could you move it to Friday, please`;
  const cut = excerpt(far, ['friday']);
  expect(cut.startsWith('…')).toBe(true);
  expect(cut.indexOf('Friday')).toBeLessThanOrEqual(21);
  expect(cut.endsWith('Friday, please')).toBe(true);
  expect(excerpt(far, ['nothing'])).toBe(far);
  expect(excerpt('on Friday', ['friday'])).toBe('on Friday');
  expect(excerpt(`${'x'.repeat(200)}-friday`, ['friday'])).toBe('…friday');
});
