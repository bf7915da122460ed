export type ThingKind = 'endpoint' | 'agent' | 'session' | 'screen' | 'command';

/** What can be gone to or done, beside what was said. */
export interface Thing {
  kind: ThingKind;
  /** Unique among all. */
  key: string;
  title: string;
  /** Shown behind the title. */
  detail?: string;
  /** Not shown, but found by. */
  alsoKnownAs?: string;
  /** An address to go to, or the name of a command. */
  leads: { to: string } | { does: string };
}

const MOST = 8;
const order: readonly ThingKind[] = ['endpoint', 'agent', 'session', 'screen', 'command'];

/**
 * Those of which every word of the query begins a word; first those whose title begins with it.
 * Without a query: what can be done anywhere.
 */
export function findThings(query: string, things: readonly Thing[], most = MOST): Thing[] {
  const words = plain(query).split(' ').filter(Boolean);
  if (words.length === 0) return things.filter(({ kind }) => kind === 'command').slice(0, most);
  return things
    .flatMap((thing) => {
      const rank = rankOf(thing, words);
      return rank === undefined ? [] : [{ thing, rank }];
    })
    .sort((a, b) => a.rank - b.rank || order.indexOf(a.thing.kind) - order.indexOf(b.thing.kind))
    .slice(0, most)
    .map(({ thing }) => thing);
}

function rankOf(
  { title, detail = '', alsoKnownAs = '' }: Thing,
  words: readonly string[],
): number | undefined {
  const name = plain(title);
  if (name.startsWith(words.join(' '))) return 0;
  if (words.every((word) => beginsOne(name, word))) return 1;
  const all = `${name} ${plain(detail)} ${plain(alsoKnownAs)}`;
  return words.every((word) => beginsOne(all, word)) ? 2 : undefined;
}

function beginsOne(text: string, word: string): boolean {
  return ` ${text}`.includes(` ${word}`);
}

/** Without marks and case, and with one space between words. */
function plain(text: string): string {
  return text
    .slice(0, 300)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
