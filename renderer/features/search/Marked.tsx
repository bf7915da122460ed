import { inertLine } from '../../text/inert.ts';
import { excerpt, markWords } from './mark-words.ts';

interface Props {
  text: string;
  /** As `queryWords` gives them. */
  words: readonly string[];
}

/** A stranger's text in one line, from near what was looked for, which is marked. */
export function Marked({ text, words }: Props) {
  return markWords(inertLine(excerpt(text, words)), words).map(({ text: piece, isFound }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing but their order
    isFound ? <mark key={index}>{piece}</mark> : piece,
  );
}
