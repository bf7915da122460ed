import { createStore } from 'zustand/vanilla';
import type { WireError } from '../../shared/errors.ts';
import type { FeedEvent, Session } from '../../shared/events.ts';
import { type Call, mostRows, type Phase, pageSize } from './call.ts';

const mostGaps = 100;

/** Where the reader is to be put: at an event, or at the end. Another object is another wish. */
export interface Place {
  at: number | null;
  /** The event that was asked for is no longer kept. */
  isGone: boolean;
}

export interface TranscriptState {
  sessionId: string | null;
  session: Session | null;
  /** A window of what happened in it, oldest first, by when it happened, then by `seq`. */
  rows: FeedEvent[];
  /** Times of this endpoint in which nothing could arrive; the newest, in no order. */
  gaps: FeedEvent[];
  phase: Phase;
  error: WireError | null;
  /** There are events beyond the older end. */
  older: boolean;
  /** There are events beyond the newer end; `open` without an event leads there. */
  newer: boolean;
  paging: boolean;
  place: Place | null;
  /** How many of its events came while it was open, so that the unread can be told. */
  arrived: number;
  /** @param at the `seq` of the event to be read; without, the newest are. */
  open(sessionId: string, at?: number | null): Promise<void>;
  /** Looks for what was missed, and leaves the reader where he is. */
  refresh(): Promise<void>;
  loadOlder(): Promise<void>;
  loadNewer(): Promise<void>;
  apply(events: FeedEvent[]): void;
  applySessions(sessions: Session[]): void;
}

export type TranscriptStore = ReturnType<typeof createTranscriptStore>;

export function createTranscriptStore(call: Call, most = mostRows, page = pageSize) {
  /** What came while a page was on its way: it may be newer than it. */
  let held: FeedEvent[] = [];
  let current = 0;

  return createStore<TranscriptState>()((set, get) => {
    const isStale = (mine: number) => mine !== current;

    /** Lets what waited join the end of the window, where the window reaches the end. */
    function joined(newer: boolean, ...lists: FeedEvent[][]): FeedEvent[] {
      const rows = merge(...lists, newer ? [] : held);
      held = [];
      return rows;
    }

    return {
      sessionId: null,
      session: null,
      rows: [],
      gaps: [],
      phase: 'loading',
      error: null,
      older: false,
      newer: false,
      paging: false,
      place: null,
      arrived: 0,

      async open(sessionId, at = null) {
        const mine = ++current;
        if (get().sessionId !== sessionId) {
          held = [];
          const empty = { session: null, rows: [], gaps: [], older: false, newer: false, arrived: 0 };
          set({ sessionId, ...empty, place: null, phase: 'loading' });
        }
        set({ error: null, paging: true });
        const [head, around] = await Promise.all([
          call('session.get', { sessionId }),
          at === null ? null : call('session.events', { sessionId, around: at, limit: page }),
        ]);
        if (isStale(mine)) return;
        if (!head.ok) return set({ phase: 'failed', error: head.error, paging: false });
        const { session, events, more } = head.value;
        const holds = (rows: FeedEvent[]) => rows.some(({ seq }) => seq === at);
        const base = { session, phase: 'ready' as const, paging: false };
        if (around?.ok && !holds(events)) {
          const newer = (around.value.newer ?? false) && !touches(around.value.events, events);
          const rows = joined(newer, around.value.events, newer ? [] : events);
          set({ ...base, rows, older: around.value.more, newer, place: { at, isGone: false } });
        } else {
          const isHere = holds(events);
          const isGone = at !== null && !isHere;
          const rows = joined(false, events);
          set({ ...base, rows, older: more, newer: false, place: { at: isHere ? at : null, isGone } });
        }
        const { endpointId } = session;
        const gaps = await call('feed.page', { endpointId, kinds: ['gap'], limit: mostGaps });
        if (gaps.ok && get().sessionId === sessionId) set({ gaps: merge(gaps.value.events, get().gaps) });
      },

      async refresh() {
        const { sessionId, phase } = get();
        if (!sessionId) return;
        if (phase !== 'ready') return get().open(sessionId, get().place?.at);
        const mine = ++current;
        set({ error: null, paging: true });
        const reply = await call('session.get', { sessionId });
        if (isStale(mine)) return;
        if (!reply.ok) return set({ error: reply.error, paging: false });
        const { session, events, more } = reply.value;
        const { rows, older, newer } = get();
        if (rows.length === 0)
          return set({ session, rows: joined(false, events), older: more, paging: false });
        if (newer) return set({ session, paging: false });
        // More was missed than one page: whoever reads on is led through it.
        const isApart = more && !touches(rows, events);
        const next = isApart ? rows : joined(false, rows, events);
        set({
          session,
          rows: next.slice(-most),
          older: older || next.length > most,
          newer: isApart,
          paging: false,
        });
      },

      async loadOlder() {
        const { sessionId, rows, older, paging } = get();
        const first = rows[0];
        if (!sessionId || !first || !older || paging) return;
        const mine = ++current;
        set({ paging: true, error: null });
        const reply = await call('session.events', { sessionId, before: first.seq, limit: page });
        if (isStale(mine)) return;
        if (!reply.ok) return set({ error: reply.error, paging: false });
        const { newer } = get();
        const merged = joined(newer, get().rows, reply.value.events);
        set({
          rows: merged.slice(0, most),
          older: reply.value.more,
          newer: newer || merged.length > most,
          paging: false,
        });
      },

      async loadNewer() {
        const { sessionId, rows, newer, paging } = get();
        const last = rows.at(-1);
        if (!sessionId || !last || !newer || paging) return;
        const mine = ++current;
        set({ paging: true, error: null });
        const reply = await call('session.events', { sessionId, after: last.seq, limit: page });
        if (isStale(mine)) return;
        if (!reply.ok) return set({ error: reply.error, paging: false });
        const { events, more } = reply.value;
        const merged = joined(more, get().rows, events);
        set({
          rows: merged.slice(-most),
          older: get().older || merged.length > most,
          newer: more,
          paging: false,
        });
      },

      apply(events) {
        const { sessionId, session, rows, newer, paging, older, arrived } = get();
        const gaps = events.filter(
          ({ kind, endpointId }) => kind === 'gap' && endpointId === session?.endpointId,
        );
        if (gaps.length > 0) set({ gaps: merge(get().gaps, gaps).slice(-mostGaps) });
        const own = events.filter((event) => event.sessionId === sessionId);
        if (own.length === 0) return;
        if (paging) held = [...held, ...own].slice(-most);
        if (paging || newer) return set({ arrived: arrived + own.length });
        const merged = merge(rows, own);
        set({
          rows: merged.slice(-most),
          older: older || merged.length > most,
          arrived: arrived + merged.length - rows.length,
        });
      },

      applySessions(sessions) {
        const session = sessions.findLast(({ id }) => id === get().sessionId);
        if (session) set({ session });
      },
    };
  });
}

/** Whether two pages of one session meet, so that nothing can lie between them. */
function touches(one: readonly FeedEvent[], other: readonly FeedEvent[]): boolean {
  const seqs = new Set(one.map(({ seq }) => seq));
  return other.some(({ seq }) => seqs.has(seq));
}

function merge(...lists: FeedEvent[][]): FeedEvent[] {
  const bySeq = new Map(lists.flat().map((event) => [event.seq, event]));
  return [...bySeq.values()].sort((a, b) => {
    if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1;
    return a.seq - b.seq;
  });
}
