import { beginsWord, foldText } from '../../../shared/fold-text.ts';
import { wordsOf } from './search-text.ts';

/** What has a name that the index does not hold, since it may change: an agent, an endpoint. */
export interface Named {
  id: string;
  name: string;
}

const MOST_WORDS = 8;
const MOST_IDS = 20;

/** For each of the first words of a query, in their order: the ids of what has a name with a word that begins with it. */
export function idsMeant(query: string, all: readonly Named[]): string[][] {
  const named = all.map(({ id, name }) => ({ id, name: foldText(name) }));
  return wordsOf(query)
    .slice(0, MOST_WORDS)
    .map(foldText)
    .map((word) => {
      if (word === '') return [];
      const ids = named.flatMap(({ id, name }) => (beginsWord(name, word) ? [id] : []));
      return [...new Set(ids)].slice(0, MOST_IDS);
    });
}
