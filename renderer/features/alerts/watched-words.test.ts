import { expect, test } from 'vitest';
import { settingsPatch } from '../../../shared/settings.ts';
import { addWord, longestWord, mostWords } from './watched-words.ts';

const many = (count: number) => Array.from({ length: count }, (_, i) => `word ${i}`);

test.each([
  ['refund', ['help', 'refund']],
  ['  speak   to a\thuman ', ['help', 'speak to a human']],
  ['x'.repeat(longestWord), ['help', 'x'.repeat(longestWord)]],
])('"%s" is added', (typed, words) => expect(addWord(['help'], typed)).toEqual({ words }));

test.each(['', '   ', '\n'])('%j is nothing', (typed) => expect(addWord(['help'], typed)).toBeUndefined());

test.each(['HELP', ' help ', 'x'.repeat(longestWord + 1)])('"%s" is not added, and it is said why', (typed) =>
  expect(addWord(['help'], typed)).toMatchObject({ problem: expect.stringMatching(/\.$/) }),
);

test('what is added up to the limits is what the settings take', () => {
  const full = addWord(many(mostWords - 1), 'x'.repeat(longestWord));
  if (!full || 'problem' in full) throw new Error('not added');
  expect(settingsPatch.safeParse({ watchedWords: full.words }).success).toBe(true);
  expect(settingsPatch.safeParse({ watchedWords: [...full.words, 'more'] }).success).toBe(false);
  expect(settingsPatch.safeParse({ watchedWords: ['x'.repeat(longestWord + 1)] }).success).toBe(false);
  expect(addWord(full.words, 'more')).toHaveProperty('problem');
});
