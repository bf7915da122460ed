import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainNotes } from './plain-notes.ts';

test.each([
  [null, undefined],
  [undefined, undefined],
  ['  ', undefined],
  ['Plain words.', 'Plain words.'],
  ['<h2>Fixed</h2>\n<ul>\n<li>One &amp; two</li>\n<li>Three</li>\n</ul>', 'Fixed\n\n• One & two\n\n• Three'],
  ['<p>Hello<br>there</p><script>alert(1)</script>', 'Hello\nthere'],
  ['One<!-- a > b --> two<!-- three', 'One two'],
  ['a < b, c > d', 'a < b, c > d'],
  ['&lt;b&gt; is text', '<b> is text'],
  ['red\u001b[31m \u202egpj', 'red [31m gpj'],
  [
    [
      { version: '1.2.0', note: 'New' },
      { version: '1.1.0', note: null },
    ],
    '1.2.0\nNew\n\n1.1.0',
  ],
])('%j reads %j', (notes, plain) => expect(plainNotes(notes)).toBe(plain));

test('whatever a release says: short, and without control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 9000 }), (notes) => {
      const plain = plainNotes(notes) ?? '';
      expect(plain.length).toBeLessThanOrEqual(4000);
      expect(plain.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    }),
  );
});
