import { alerts as words } from '../../words/alerts.ts';

/** shared/settings.ts has the last word on both. */
export const mostWords = 50;
export const longestWord = 60;

export type AddedWord = { words: string[] } | { problem: string };

/** The words with one more, at the end; undefined for nothing typed. Words that differ in case only are the same. */
export function addWord(known: readonly string[], typed: string): AddedWord | undefined {
  const word = typed.replace(/\s+/g, ' ').trim();
  if (word === '') return undefined;
  if (word.length > longestWord) return { problem: words.wordLong };
  const lower = word.toLocaleLowerCase();
  if (known.some((one) => one.toLocaleLowerCase() === lower)) return { problem: words.wordKnown };
  if (known.length >= mostWords) return { problem: words.wordsFull };
  return { words: [...known, word] };
}
