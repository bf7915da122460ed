import { createStore } from 'zustand/vanilla';
import type { Value } from '../../shared/contract.ts';
import type { WireError } from '../../shared/errors.ts';
import type { Call } from './call.ts';

/** A frame: whoever types fast is not answered for every letter. In milliseconds. */
const pause = 16;
const mostShown = 30;
const mostRecent = 6;
const longestQuery = 500;
const longestRecent = 60;

export interface Answer extends Value<'search'> {
  query: string;
}

export interface FindState {
  /** What is looked for now. */
  query: string;
  /** The last that came; of an earlier query while the next is on its way. */
  answer: Answer | null;
  /** `short`: too few letters to look for in what happened. */
  phase: 'idle' | 'short' | 'searching' | 'ready' | 'failed';
  error: WireError | null;
  /** What was looked for and found, newest first; gone with the window. */
  recent: readonly string[];
  ask(words: string): void;
  again(): void;
  remember(words: string): void;
  forget(): void;
}

export type FindStore = ReturnType<typeof createFindStore>;

/** What fits the words that are typed. An answer that is out of date by the time it comes is dropped. */
export function createFindStore(call: Call) {
  let current = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  return createStore<FindState>()((set, get) => {
    async function send(query: string, mine: number): Promise<void> {
      const reply = await call('search', { query, limit: mostShown });
      if (mine !== current) return;
      if (reply.ok) set({ phase: 'ready', error: null, answer: { query, ...reply.value } });
      else set({ phase: 'failed', error: reply.error, answer: null });
    }

    function begin(query: string): void {
      clearTimeout(timer);
      const mine = ++current;
      const isAsked = query !== '' && !isShort(query);
      if (!isAsked) {
        set({ query, phase: query === '' ? 'idle' : 'short', answer: null, error: null });
        return;
      }
      set({ query, phase: 'searching', error: null });
      timer = setTimeout(() => void send(query, mine), pause);
    }

    return {
      query: '',
      answer: null,
      phase: 'idle',
      error: null,
      recent: [],

      ask(words) {
        const query = words.trim().slice(0, longestQuery);
        if (query !== get().query) begin(query);
      },

      again: () => begin(get().query),

      remember(words) {
        const query = words.trim();
        if (query === '' || query.length > longestRecent) return;
        const others = get().recent.filter((one) => one.toLowerCase() !== query.toLowerCase());
        set({ recent: [query, ...others].slice(0, mostRecent) });
      },

      forget: () => set({ recent: [] }),
    };
  });
}

/** One letter of an alphabet begins nearly every text; one sign of a script without letters is a word. */
function isShort(query: string): boolean {
  const signs = query.match(/[\p{L}\p{N}\p{Co}]/gu) ?? [];
  return signs.length === 0 || (signs.length === 1 && !/\p{Lo}/u.test(query));
}
