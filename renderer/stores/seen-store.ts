import { createStore } from 'zustand/vanilla';
import type { Session } from '../../shared/events.ts';

const key = 'greenroom-seen';
const mostKept = 300;

type Told = Pick<Session, 'id' | 'messages' | 'lastAt' | 'startedAt'>;

interface Kept {
  /** What ended before counts as seen, ISO 8601: it was there before anybody counted. */
  since: string;
  /** How many messages of a session were in view, those seen last at the end. */
  seen: Record<string, number>;
}

export interface SeenState {
  /** How many messages of each session nobody has had in view; only where there are some. */
  unread: ReadonlyMap<string, number>;
  /** When the first of those sessions began, ISO 8601; null where there are none. */
  unreadFrom: string | null;
  /** Sessions, new or changed. */
  apply(sessions: readonly Told[]): void;
  /** What is in view now is seen, and whatever comes to it while it stays there. */
  look(sessionId: string | null): void;
  markAll(): void;
}

export type SeenStore = ReturnType<typeof createSeenStore>;

/** What was said while nobody looked, by session; kept for this browser or window. */
export function createSeenStore(
  kept: Pick<Storage, 'getItem' | 'setItem'> | undefined = globalThis.localStorage,
  now = () => new Date().toISOString(),
) {
  let { since, seen } = read(kept) ?? { since: now(), seen: {} };
  const known = new Map<string, Told>();
  let inView: string | null = null;

  return createStore<SeenState>()((set) => {
    const mark = ({ id, messages }: Told) => {
      if (seen[id] === messages) return;
      delete seen[id];
      seen[id] = messages;
    };
    const save = () => {
      const ids = Object.keys(seen);
      const gone = ids.slice(0, Math.max(0, ids.length - mostKept));
      for (const id of gone) delete seen[id];
      try {
        kept?.setItem(key, JSON.stringify({ since, seen }));
      } catch {
        // It holds for this window then.
      }
    };
    const tell = () => {
      const unread = new Map<string, number>();
      let unreadFrom: string | null = null;
      for (const [id, { messages, lastAt, startedAt }] of known) {
        const count = lastAt <= since ? 0 : messages - (seen[id] ?? 0);
        if (count <= 0) continue;
        unread.set(id, count);
        if (unreadFrom === null || startedAt < unreadFrom) unreadFrom = startedAt;
      }
      set({ unread, unreadFrom });
    };
    const follow = () => {
      const looked = inView === null ? undefined : known.get(inView);
      if (looked && seen[looked.id] !== looked.messages) {
        mark(looked);
        save();
      }
      tell();
    };
    return {
      unread: new Map(),
      unreadFrom: null,

      apply(sessions) {
        for (const { id, messages, lastAt, startedAt } of sessions) {
          known.delete(id);
          known.set(id, { id, messages, lastAt, startedAt });
        }
        for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - mostKept)))
          known.delete(oldest);
        follow();
      },

      look(sessionId) {
        inView = sessionId;
        follow();
      },

      markAll() {
        for (const session of known.values()) mark(session);
        since = now();
        save();
        tell();
      },
    };
  });
}

function read(kept: Pick<Storage, 'getItem'> | undefined): Kept | undefined {
  try {
    const value = JSON.parse(kept?.getItem(key) ?? 'null') as Partial<Record<keyof Kept, unknown>> | null;
    if (value === null || typeof value !== 'object') return undefined;
    const { since, seen } = value;
    if (typeof since !== 'string' || Number.isNaN(Date.parse(since))) return undefined;
    const counts = typeof seen === 'object' && seen !== null ? Object.entries(seen) : [];
    const known = counts.filter((one): one is [string, number] => Number.isSafeInteger(one[1]));
    return { since, seen: Object.fromEntries(known.slice(-mostKept)) };
  } catch {
    return undefined;
  }
}
