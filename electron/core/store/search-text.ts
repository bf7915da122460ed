import type { Json } from '../../../shared/events.ts';

/** A body of 1 MiB is indexed whole; what is longer is found by its beginning. */
export const INDEXED_BYTES = 1024 ** 2;

/**
 * What an event is found by: its ids, the words inside `data` as a person reads them (JSON would glue an
 * escaped line break to the next word), and the raw payload.
 */
export function searchText(ids: readonly (string | null)[], data: Json, body: Buffer | null): string {
  const words = ids.filter((id) => id !== null);
  collect(data, words);
  if (body) words.push(body.subarray(0, INDEXED_BYTES).toString('utf8'));
  return words.join('\n');
}

/** Iterative: a hostile payload may be nested deeper than the stack. */
function collect(data: Json, into: string[]): void {
  const left: Json[] = [data];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string') into.push(value);
    else if (value !== null && typeof value === 'object') left.push(...Object.values(value).slice(0, 10_000));
  }
}

/** The words of a query that hold something to look for. */
export function wordsOf(query: string): string[] {
  return query.split(/\s+/u).filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word));
}

/**
 * An FTS5 expression in which each word must occur, whole or as a prefix, or else one of the ids that it means;
 * undefined where there is nothing to look for. Quoted, so that no word is taken for an operator.
 */
export function matchExpression(query: string, meant: readonly string[][] = []): string | undefined {
  const words = wordsOf(query);
  return words.length === 0
    ? undefined
    : words
        .map((word, index) => [`${quoted(word)}*`, ...(meant[index] ?? []).map(quoted)])
        .map((either) => (either.length === 1 ? either[0] : `(${either.join(' OR ')})`))
        .join(' AND ');
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '""').replaceAll('\0', '')}"`;
}
