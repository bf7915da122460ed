const compiled = new WeakMap<readonly string[], RegExp>();
const nothing = /(?!)/;

/** Scripts that put no space between words: there, a word is found within others. */
const spaceless = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
/** Texts are searched this far, so that a long one does not hold up the others. */
const LOOKED_AT = 20_000;

/** The first of the words or phrases that stands in the text, as it stands there, whatever its case. */
export function findWatched(text: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const pattern = compiled.get(words) ?? compile(words);
  compiled.set(words, pattern);
  return pattern.exec(plain(text.slice(0, LOOKED_AT)))?.[0];
}

function compile(words: readonly string[]): RegExp {
  const patterns = words
    .map(plain)
    .filter((word) => word !== '')
    .map(bounded);
  return patterns.length === 0 ? nothing : new RegExp(patterns.join('|'), 'iu');
}

function bounded(word: string): string {
  const escaped = word.split(' ').map(literally).join('\\s+');
  const first = [...word].at(0) ?? '';
  const last = [...word].at(-1) ?? '';
  return `${edge('<', first)}${escaped}${edge('', last)}`;
}

/** Only where the word's own end is a letter or digit is the next one another word's. */
function edge(side: '<' | '', letter: string): string {
  return /[\p{L}\p{N}]/u.test(letter) && !spaceless.test(letter) ? `(?${side}![\\p{L}\\p{N}])` : '';
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The same letters however they are composed; one kind of space. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}
