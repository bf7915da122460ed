import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWatched } from './watched-words.ts';

test.each([
  ['I want a refund!', ['refund'], 'refund'],
  ['REFUND please', ['refund'], 'REFUND'],
  ['refunds', ['refund'], undefined],
  ['prerefund', ['refund'], undefined],
  ['talk to a  human\nnow', ['a human'], 'a human'],
  ['costs 5 $', ['$'], '$'],
  ['C++ or C#', ['c++'], 'C++'],
  ['Straße', ['strasse'], undefined],
  ['naïve', ['nai\u0308ve'], 'naïve'],
  ['我要退款吗', ['退款'], '退款'],
  ['a.b', ['a.b', 'x'], 'a.b'],
  ['aXb', ['a.b'], undefined],
  ['anything', [], undefined],
])('in %j, of %j: %j', (text, words, found) => expect(findWatched(text, words)).toBe(found));

test('any word is found where it stands alone, and no word breaks the search', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .filter((word) => word.trim() !== '');
  fc.assert(
    fc.property(words, (word) => {
      expect(findWatched(`before. ${word.trim()} .after`, [word.trim()])).toBeDefined();
    }),
  );
});
