import { createStore } from 'zustand/vanilla';
import type { WireError } from '../../shared/errors.ts';
import type { FeedEvent, Session } from '../../shared/events.ts';
import { type Call, mostRows, type Phase, pageSize } from './call.ts';

const mostGaps = 100;

export interface TranscriptState {
  sessionId: string | null;
  session: Session | null;
  /** Oldest first, by when it happened, then by `seq`. */
  rows: FeedEvent[];
  /** Times of this endpoint in which nothing could arrive; the newest, in no order. */
  gaps: FeedEvent[];
  phase: Phase;
  error: WireError | null;
  older: boolean;
  /** Reading far back let go of the newest rows; `open` brings them back. */
  detached: boolean;
  paging: boolean;
  open(sessionId: string): Promise<void>;
  loadOlder(): Promise<void>;
  apply(events: FeedEvent[]): void;
  applySessions(sessions: Session[]): void;
}

export type TranscriptStore = ReturnType<typeof createTranscriptStore>;

export function createTranscriptStore(call: Call, most = mostRows, page = pageSize) {
  let held: FeedEvent[] = [];
  let current = 0;

  return createStore<TranscriptState>()((set, get) => ({
    sessionId: null,
    session: null,
    rows: [],
    gaps: [],
    phase: 'loading',
    error: null,
    older: false,
    detached: false,
    paging: false,

    async open(sessionId) {
      const mine = ++current;
      if (get().sessionId !== sessionId) {
        held = [];
        set({ sessionId, session: null, rows: [], gaps: [], older: false, phase: 'loading' });
      }
      set({ error: null, paging: true });
      const reply = await call('session.get', { sessionId });
      if (mine !== current) return;
      if (!reply.ok) return set({ phase: 'failed', error: reply.error, paging: false });
      const { session, events, more } = reply.value;
      const rows = merge(events, held);
      held = [];
      set({ session, rows, older: more, detached: false, phase: 'ready', paging: false });
      const { endpointId } = session;
      const gaps = await call('feed.page', { endpointId, kinds: ['gap'], limit: mostGaps });
      if (gaps.ok && get().sessionId === sessionId) set({ gaps: merge(gaps.value.events, get().gaps) });
    },

    async loadOlder() {
      const { sessionId, rows, older, paging } = get();
      const first = rows[0];
      if (!sessionId || !first || !older || paging) return;
      const mine = ++current;
      set({ paging: true, error: null });
      const reply = await call('session.events', { sessionId, before: first.seq, limit: page });
      if (mine !== current) return;
      if (!reply.ok) return set({ error: reply.error, paging: false });
      const merged = merge(get().rows, reply.value.events, get().detached ? [] : held);
      held = [];
      set({
        rows: merged.slice(0, most),
        older: reply.value.more,
        detached: get().detached || merged.length > most,
        paging: false,
      });
    },

    apply(events) {
      const { sessionId, session, rows, detached, paging, older } = get();
      const gaps = events.filter(
        ({ kind, endpointId }) => kind === 'gap' && endpointId === session?.endpointId,
      );
      if (gaps.length > 0) set({ gaps: merge(get().gaps, gaps).slice(-mostGaps) });
      const own = events.filter((event) => event.sessionId === sessionId);
      if (own.length === 0 || detached) return;
      if (paging) {
        held = [...held, ...own].slice(-most);
        return;
      }
      const merged = merge(rows, own);
      set({ rows: merged.slice(-most), older: older || merged.length > most });
    },

    applySessions(sessions) {
      const session = sessions.findLast(({ id }) => id === get().sessionId);
      if (session) set({ session });
    },
  }));
}

function merge(...lists: FeedEvent[][]): FeedEvent[] {
  const bySeq = new Map(lists.flat().map((event) => [event.seq, event]));
  return [...bySeq.values()].sort((a, b) => {
    if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1;
    return a.seq - b.seq;
  });
}
