import { foldText } from '../../../shared/fold-text.ts';

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  isFound: boolean;
}

const word = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
/** What of a long text is looked through for a place to show. */
const MOST_READ = 20_000;
/** Few enough for the narrowest window. */
const BEFORE = 20;

/** The parts of a query that begin words, folded. */
export function queryWords(query: string): string[] {
  return [...new Set(foldText(query).split(' ').filter(Boolean))];
}

/** The text in pieces, those marked that begin a word as one of these does. Together they are the text. */
export function markWords(text: string, words: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { index, length } of findWords(text, words)) {
    if (index > end) pieces.push({ text: text.slice(end, index), isFound: false });
    pieces.push({ text: text.slice(index, index + length), isFound: true });
    end = index + length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isFound: false });
  return pieces;
}

export function holdsWords(text: string, words: readonly string[]): boolean {
  return !findWords(text.slice(0, MOST_READ), words).next().done;
}

/** The text from shortly before the first of the words, so that it is seen in a line that is cut off at its end. */
export function excerpt(text: string, words: readonly string[]): string {
  const index = findWords(text.slice(0, MOST_READ), words).next().value?.index ?? 0;
  if (index <= BEFORE) return text;
  const near = text.slice(index - BEFORE, index);
  const space = near.search(/\s\S/u);
  const from = space < 0 ? index : index - BEFORE + space + 1;
  return `…${text.slice(from)}`;
}

function* findWords(
  text: string,
  words: readonly string[],
): Generator<{ index: number; length: number }, undefined> {
  if (words.length === 0) return;
  for (const { index, 0: found } of text.matchAll(word)) {
    const folded = foldText(found);
    const beginning = words.filter((one) => folded.startsWith(one)).sort((a, b) => b.length - a.length)[0];
    if (beginning !== undefined) yield { index, length: lengthOf(found, beginning) };
  }
}

/** How much of a word its folded beginning takes: an accent may be a character of its own. */
function lengthOf(found: string, beginning: string): number {
  let length = 0;
  for (const character of found) {
    const isMark = /^\p{M}$/u.test(character);
    if (!isMark && foldText(found.slice(0, length)).length >= beginning.length) break;
    length += character.length;
  }
  return length;
}
