import { createStore } from 'zustand/vanilla';
import type { Reply, WireError } from '../../shared/errors.ts';
import { mostRows, type Phase } from './call.ts';

interface Parts<Row, Filter> {
  load(filter: Filter, before?: string): Promise<Reply<{ rows: Row[]; more: boolean }>>;
  matches(row: Row, filter: Filter): boolean;
  /** Above zero where `a` stands below `b`. */
  compare(a: Row, b: Row): number;
}

export interface PagedList<Row, Filter> {
  rows: Row[];
  filter: Filter;
  phase: Phase;
  error: WireError | null;
  /** There are more rows below the last one. */
  more: boolean;
  /** Reading far down let go of the top; `load` brings it back. */
  detached: boolean;
  paging: boolean;
  /** The first page anew, by another filter if one is given. */
  load(filter?: Filter): Promise<void>;
  loadMore(): Promise<void>;
  /** Pushed rows: each whole, new or changed. */
  apply(rows: Row[]): void;
}

/** A list, newest first, that is paged downwards and changed by pushes. */
export function createPagedList<Row extends { id: string }, Filter>(
  { load, matches, compare }: Parts<Row, Filter>,
  start: Filter,
  most = mostRows,
) {
  let held: Row[] = [];
  let current = 0;

  return createStore<PagedList<Row, Filter>>()((set, get) => {
    const merge = (rows: Row[], changed: Row[], filter: Filter, more: boolean) => {
      const byId = new Map(rows.map((row) => [row.id, row]));
      const last = rows.at(-1);
      for (const row of changed) {
        const isBelow = more && last !== undefined && compare(row, last) > 0;
        if (matches(row, filter) && (byId.has(row.id) || !isBelow)) byId.set(row.id, row);
        else byId.delete(row.id);
      }
      return [...byId.values()].sort(compare);
    };

    return {
      rows: [],
      filter: start,
      phase: 'loading',
      error: null,
      more: false,
      detached: false,
      paging: false,

      async load(filter) {
        const mine = ++current;
        if (filter !== undefined) set({ filter, rows: [], phase: 'loading' });
        set({ phase: get().rows.length > 0 ? 'ready' : 'loading', error: null, paging: true });
        const wanted = get().filter;
        const reply = await load(wanted);
        if (mine !== current) return;
        if (!reply.ok) return set({ phase: 'failed', error: reply.error, paging: false });
        const { rows, more } = reply.value;
        const merged = merge(rows, held, wanted, more);
        held = [];
        set({ rows: merged, more, detached: false, phase: 'ready', paging: false });
      },

      async loadMore() {
        const last = get().rows.at(-1);
        if (!last || !get().more || get().paging) return;
        const mine = ++current;
        set({ paging: true, error: null });
        const reply = await load(get().filter, last.id);
        if (mine !== current) return;
        if (!reply.ok) return set({ error: reply.error, paging: false });
        const { filter, rows, detached } = get();
        const byId = new Map([...reply.value.rows, ...rows].map((row) => [row.id, row]));
        const all = merge([...byId.values()].sort(compare), held, filter, reply.value.more);
        held = [];
        const dropped = Math.max(0, all.length - most);
        set({
          rows: all.slice(dropped),
          more: reply.value.more,
          detached: detached || dropped > 0,
          paging: false,
        });
      },

      apply(changed) {
        if (get().paging || get().phase !== 'ready') {
          held = [...held, ...changed].slice(-most);
          return;
        }
        const { rows, filter, more, detached } = get();
        const top = rows[0];
        const wanted = detached && top ? changed.filter((row) => compare(row, top) >= 0) : changed;
        const merged = merge(rows, wanted, filter, more);
        set({ rows: merged.slice(0, most), more: more || merged.length > most });
      },
    };
  });
}

/** Newest first by a time, and by id where two are equal. Ids of one kind grow. */
export function newestFirst<Row extends { id: string }>(time: (row: Row) => string) {
  return (a: Row, b: Row): number =>
    compareText(time(b), time(a)) || b.id.length - a.id.length || compareText(b.id, a.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
