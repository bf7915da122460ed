/** Where UNITH's documents are silent or differ, and what a test wants to try; may be changed at any time. */
export interface UnithRules {
  /** The answer to a new registration holds its id. */
  tellsId: boolean;
  /** A new token comes as `{token}`. */
  bareToken: boolean;
  /** How long new tokens live; milliseconds. */
  tokenLifeMs: number;
  /** What the data API answers to a call without a token; without it, it asks for none. */
  dataWithoutToken: 401 | 403 | undefined;
  /** How the data API takes the range of time. */
  range: 'ignored' | 'kept' | 'whole days';
  /** Pages of digital humans tell whether there are more. */
  pageMeta: boolean;
  /** At most so many digital humans a page, whatever is asked for. */
  longestPage: number;
}

export const usualRules: UnithRules = {
  tellsId: false,
  bareToken: false,
  tokenLifeMs: 7 * 24 * 60 * 60 * 1000,
  dataWithoutToken: undefined,
  range: 'ignored',
  pageMeta: false,
  longestPage: 50,
};
