/** Public ids are `<letter><number>-<store>`, so that an id from a store that was set aside is never mistaken for one of ours. */
export type IdLetter = 'd' | 'e' | 's';

export function publicId(letter: IdLetter, n: number, storeId: string): string {
  return `${letter}${n}-${storeId}`;
}

/** The number behind a public id; undefined where it is not an id of this store. */
export function rowId(letter: IdLetter, id: string, storeId: string): number | undefined {
  const match = /^([des])([1-9]\d{0,14})-([0-9a-f]+)$/.exec(id);
  if (match?.[1] !== letter || match[3] !== storeId) return undefined;
  return Number(match[2]);
}
