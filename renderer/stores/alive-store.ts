import { createStore } from 'zustand/vanilla';
import type { WireError } from '../../shared/errors.ts';
import type { Session } from '../../shared/events.ts';
import type { Call, Phase } from './call.ts';

const mostAlive = 200;

export interface AliveState {
  /** Sessions that have not ended: live before idle, then the newest start first, so that cards stay put. */
  sessions: Session[];
  /** There are others beyond these. */
  more: boolean;
  phase: Phase;
  error: WireError | null;
  load(): Promise<void>;
  apply(sessions: Session[]): void;
}

export type AliveStore = ReturnType<typeof createAliveStore>;

export function createAliveStore(call: Call) {
  let held: Session[] = [];
  let current = 0;
  let loading = false;

  return createStore<AliveState>()((set, get) => ({
    sessions: [],
    more: false,
    phase: 'loading',
    error: null,

    async load() {
      const mine = ++current;
      held = [];
      set({ phase: get().phase === 'ready' ? 'ready' : 'loading', error: null });
      loading = true;
      const [live, idle] = await Promise.all([
        call('session.list', { state: 'live', limit: mostAlive }),
        call('session.list', { state: 'idle', limit: mostAlive }),
      ]);
      if (mine !== current) return;
      loading = false;
      if (!live.ok) return set({ phase: 'failed', error: live.error });
      if (!idle.ok) return set({ phase: 'failed', error: idle.error });
      const sessions = merge([...live.value.sessions, ...idle.value.sessions], held);
      set({ sessions, more: live.value.more || idle.value.more, phase: 'ready' });
    },

    apply(sessions) {
      if (loading) held = [...held, ...sessions];
      else set({ sessions: merge(get().sessions, sessions) });
    },
  }));
}

function merge(sessions: Session[], changed: Session[]): Session[] {
  const byId = new Map([...sessions, ...changed].map((session) => [session.id, session]));
  return [...byId.values()].filter(({ state }) => state !== 'ended').sort(compare);
}

function compare(a: Session, b: Session): number {
  if (a.state !== b.state) return a.state === 'live' ? -1 : 1;
  if (a.startedAt !== b.startedAt) return a.startedAt < b.startedAt ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
