import { createStore } from 'zustand/vanilla';
import type { Session } from '../../shared/events.ts';
import type { Call } from './call.ts';

export interface NamedState {
  /** Sessions that are only spoken of by their id elsewhere; null for those that are gone. */
  sessions: ReadonlyMap<string, Session | null>;
  /** Asks for one, once. */
  want(sessionId: string): Promise<void>;
}

export type NamedStore = ReturnType<typeof createNamedStore>;

/** Who sessions are of which only the id is known. One is asked for after the other, since there may be many. */
export function createNamedStore(call: Call) {
  const asked = new Set<string>();
  let queue = Promise.resolve();

  return createStore<NamedState>()((set, get) => ({
    sessions: new Map(),
    want(sessionId) {
      if (asked.has(sessionId)) return queue;
      asked.add(sessionId);
      queue = queue.then(async () => {
        const reply = await call('session.get', { sessionId });
        if (!reply.ok && reply.error.code !== 'not_found') {
          asked.delete(sessionId);
          return;
        }
        const sessions = new Map(get().sessions);
        sessions.set(sessionId, reply.ok ? reply.value.session : null);
        set({ sessions });
      });
      return queue;
    },
  }));
}
