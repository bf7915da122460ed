import { beginsWord, foldText } from '../../../shared/fold-text.ts';
import type { Command, CommandName } from './commands.ts';

export type ThingKind = 'endpoint' | 'agent' | 'screen' | 'command';

/** What this window knows of that can be gone to or done. */
export interface Thing {
  kind: ThingKind;
  /** Unique among all. */
  key: string;
  title: string;
  /** Shown behind the title. */
  detail?: string;
  /** Not shown, but found by. */
  alsoKnownAs?: string;
  leads: { to: string } | Command;
  /** Which command it is. */
  command?: CommandName;
}

const MOST = 6;
const MOST_OFFERED = 14;
const LONGEST = 300;
const order: readonly ThingKind[] = ['endpoint', 'agent', 'screen', 'command'];

/** What can be done anywhere, for whoever has not typed anything yet. */
export function offerThings(things: readonly Thing[]): Thing[] {
  return things.filter(({ kind }) => kind === 'command').slice(0, MOST_OFFERED);
}

/** Those of which every word of the query begins a word; first those whose title begins with it. */
export function findThings(query: string, things: readonly Thing[], most = MOST): Thing[] {
  const words = foldText(query).split(' ').filter(Boolean);
  if (words.length === 0) return [];
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
  const name = foldText(title.slice(0, LONGEST));
  if (name.startsWith(words.join(' '))) return 0;
  if (words.every((word) => beginsWord(name, word))) return 1;
  const all = `${name} ${foldText(`${detail.slice(0, LONGEST)} ${alsoKnownAs.slice(0, LONGEST)}`)}`;
  return words.every((word) => beginsWord(all, word)) ? 2 : undefined;
}
