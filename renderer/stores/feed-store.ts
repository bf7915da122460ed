import { createStore } from 'zustand/vanilla';
import type { WireError } from '../../shared/errors.ts';
import type { FeedEvent } from '../../shared/events.ts';
import { type Call, mostRows, type Phase, pageSize } from './call.ts';
import { dropNewest, dropOldest, mergeBySeq } from './seq-window.ts';

export interface FeedState {
  /** A window of the feed around what is looked at, newest first. */
  rows: FeedEvent[];
  phase: Phase;
  error: WireError | null;
  /** There are events beyond the older end. */
  older: boolean;
  /** There are events beyond the newer end. */
  newer: boolean;
  paging: 'older' | 'newer' | null;
  load(): Promise<void>;
  loadOlder(): Promise<void>;
  loadNewer(): Promise<void>;
  apply(events: FeedEvent[]): void;
  /** Tells which row is looked at, so that trimming takes the other end. */
  look(index: number): void;
}

export type FeedStore = ReturnType<typeof createFeedStore>;

export function createFeedStore(call: Call, most = mostRows, page = pageSize) {
  /** Pushes that came while a page was on its way: they may be newer than it. */
  let held: FeedEvent[] = [];
  let lookedAt = 0;
  let load = 0;

  return createStore<FeedState>()((set, get) => ({
    rows: [],
    phase: 'loading',
    error: null,
    older: false,
    newer: false,
    paging: null,

    async load() {
      const mine = ++load;
      set({ phase: get().rows.length > 0 ? 'ready' : 'loading', error: null, paging: 'newer' });
      const reply = await call('feed.page', { limit: page });
      if (mine !== load) return;
      if (!reply.ok) return set({ phase: 'failed', error: reply.error, paging: null });
      const rows = mergeBySeq(reply.value.events, held);
      held = [];
      lookedAt = 0;
      set({ rows, phase: 'ready', older: reply.value.more, newer: false, paging: null });
    },

    async loadOlder() {
      const last = get().rows.at(-1);
      if (!last || !get().older || get().paging) return;
      const mine = ++load;
      set({ paging: 'older', error: null });
      const reply = await call('feed.page', { before: last.seq, limit: page });
      if (mine !== load) return;
      if (!reply.ok) return set({ error: reply.error, paging: null });
      const { rows, dropped } = dropNewest(mergeBySeq(get().rows, reply.value.events), most);
      set({ rows, older: reply.value.more, newer: get().newer || dropped > 0, paging: null });
    },

    async loadNewer() {
      const first = get().rows[0];
      if (!first || !get().newer || get().paging) return;
      const mine = ++load;
      set({ paging: 'newer', error: null });
      const reply = await call('feed.page', { after: first.seq, limit: page });
      if (mine !== load) return;
      if (!reply.ok) return set({ error: reply.error, paging: null });
      const { events, more } = reply.value;
      const arrived = more ? events : [...events, ...held];
      held = [];
      const { rows, dropped } = dropOldest(mergeBySeq(get().rows, arrived), most);
      set({ rows, newer: more, older: get().older || dropped > 0, paging: null });
    },

    apply(events) {
      const { rows, newer, older, paging } = get();
      if (paging === 'newer' || get().phase !== 'ready') {
        held = dropOldest(mergeBySeq(held, events), most).rows;
        return;
      }
      if (newer) return;
      const merged = mergeBySeq(rows, events);
      if (lookedAt + events.length > most / 2) {
        const { rows: kept, dropped } = dropNewest(merged, most);
        set({ rows: kept, newer: dropped > 0 });
      } else {
        const { rows: kept, dropped } = dropOldest(merged, most);
        set({ rows: kept, older: older || dropped > 0 });
      }
    },

    look(index) {
      lookedAt = index;
    },
  }));
}
