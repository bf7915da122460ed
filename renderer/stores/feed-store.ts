import { createStore } from 'zustand/vanilla';
import type { WireError } from '../../shared/errors.ts';
import type { FeedEvent } from '../../shared/events.ts';
import { type Call, mostRows, type Phase, pageSize } from './call.ts';
import { askedOf, type FeedFilter, isAskedFor, keepFeedFilter, keptFeedFilter } from './feed-filter.ts';
import { dropNewest, dropOldest, mergeBySeq } from './seq-window.ts';

export interface FeedState {
  /** A window of the feed around what is looked at, newest first. */
  rows: FeedEvent[];
  /** What of it is shown, kept until it is changed. */
  filter: FeedFilter;
  phase: Phase;
  error: WireError | null;
  /** There are events beyond the older end. */
  older: boolean;
  /** There are events beyond the newer end. */
  newer: boolean;
  paging: 'older' | 'newer' | null;
  /** The newest page anew, by another filter if one is given. */
  load(filter?: FeedFilter): Promise<void>;
  loadOlder(): Promise<void>;
  loadNewer(): Promise<void>;
  apply(events: FeedEvent[]): void;
  /** Tells which row is looked at, so that trimming takes the other end. */
  look(index: number): void;
}

export type FeedStore = ReturnType<typeof createFeedStore>;

export function createFeedStore(
  call: Call,
  most = mostRows,
  page = pageSize,
  kept: Storage | undefined = globalThis.localStorage,
) {
  /** Pushes that came while a page was on its way: they may be newer than it. */
  let held: FeedEvent[] = [];
  let lookedAt = 0;
  let load = 0;
  /** Where the next page begins: the core may have looked beyond the last row without finding another. */
  let oldEnd: number | undefined;
  let newEnd: number | undefined;

  return createStore<FeedState>()((set, get) => {
    const ask = (edge: { before?: number; after?: number } = {}) =>
      call('feed.page', { ...askedOf(get().filter), ...edge, limit: page });

    return {
      rows: [],
      filter: keptFeedFilter(kept),
      phase: 'loading',
      error: null,
      older: false,
      newer: false,
      paging: null,

      async load(filter) {
        const mine = ++load;
        if (filter) {
          keepFeedFilter(filter, kept);
          held = [];
          set({ filter, rows: [], older: false, newer: false });
        }
        set({ phase: get().rows.length > 0 ? 'ready' : 'loading', error: null, paging: 'newer' });
        const reply = await ask();
        if (mine !== load) return;
        if (!reply.ok) return set({ phase: 'failed', error: reply.error, paging: null });
        const { events, more, reached } = reply.value;
        const rows = mergeBySeq(events, held);
        held = [];
        lookedAt = 0;
        oldEnd = reached ?? events.at(-1)?.seq;
        set({ rows, phase: 'ready', older: more, newer: false, paging: null });
      },

      async loadOlder() {
        if (oldEnd === undefined || !get().older || get().paging) return;
        const mine = ++load;
        set({ paging: 'older', error: null });
        const reply = await ask({ before: oldEnd });
        if (mine !== load) return;
        if (!reply.ok) return set({ error: reply.error, paging: null });
        const { events, more, reached } = reply.value;
        const { rows, dropped } = dropNewest(mergeBySeq(get().rows, events), most);
        oldEnd = reached ?? events.at(-1)?.seq ?? oldEnd;
        if (dropped > 0) newEnd = rows[0]?.seq;
        set({ rows, older: more, newer: get().newer || dropped > 0, paging: null });
      },

      async loadNewer() {
        if (newEnd === undefined || !get().newer || get().paging) return;
        const mine = ++load;
        set({ paging: 'newer', error: null });
        const reply = await ask({ after: newEnd });
        if (mine !== load) return;
        if (!reply.ok) return set({ error: reply.error, paging: null });
        const { events, more, reached } = reply.value;
        const arrived = more ? events : [...events, ...held];
        held = [];
        const { rows, dropped } = dropOldest(mergeBySeq(get().rows, arrived), most);
        newEnd = reached ?? rows[0]?.seq;
        if (dropped > 0) oldEnd = rows.at(-1)?.seq;
        set({ rows, newer: more, older: get().older || dropped > 0, paging: null });
      },

      apply(all) {
        const { rows, newer, older, paging, filter } = get();
        const events = all.filter((event) => isAskedFor(event, filter));
        if (events.length === 0) return;
        if (paging === 'newer' || get().phase !== 'ready') {
          held = dropOldest(mergeBySeq(held, events), most).rows;
          return;
        }
        if (newer) return;
        const merged = mergeBySeq(rows, events);
        if (lookedAt + events.length > most / 2) {
          const { rows: left, dropped } = dropNewest(merged, most);
          if (dropped > 0) newEnd = left[0]?.seq;
          set({ rows: left, newer: dropped > 0 });
        } else {
          const { rows: left, dropped } = dropOldest(merged, most);
          if (dropped > 0) oldEnd = left.at(-1)?.seq;
          set({ rows: left, older: older || dropped > 0 });
        }
      },

      look(index) {
        lookedAt = index;
      },
    };
  });
}
