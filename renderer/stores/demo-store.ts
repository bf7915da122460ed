import { createStore } from 'zustand/vanilla';
import type { Demo } from '../../shared/demo.ts';
import type { Reply, WireError } from '../../shared/errors.ts';
import type { Call } from './call.ts';

export interface DemoState {
  /** `over` once one has ended, until that is dismissed. */
  phase: 'idle' | 'starting' | 'playing' | 'over';
  error: WireError | null;
  play(): Promise<void>;
  stop(): Promise<void>;
  dismiss(): void;
  /** Asks whether one plays: another window may have begun it. */
  load(): Promise<void>;
}

export type DemoStore = ReturnType<typeof createDemoStore>;

export function createDemoStore(call: Call) {
  let timer: ReturnType<typeof setTimeout> | undefined;

  return createStore<DemoState>()((set, get) => {
    const follow = (reply: Reply<Demo>) => {
      clearTimeout(timer);
      const before = get().phase;
      if (!reply.ok) return set({ phase: before === 'starting' ? 'idle' : before, error: reply.error });
      const { endsAt } = reply.value;
      if (endsAt === null) {
        const phase = before === 'playing' ? 'over' : before === 'starting' ? 'idle' : before;
        return set({ phase, error: null });
      }
      set({ phase: 'playing', error: null });
      // A little later, since the last word takes a moment to be kept.
      const left = Math.max(0, Date.parse(endsAt) - Date.now()) + 500;
      timer = setTimeout(() => void get().load(), Math.min(left, 120_000));
    };
    return {
      phase: 'idle',
      error: null,
      async play() {
        if (get().phase === 'starting' || get().phase === 'playing') return;
        set({ phase: 'starting', error: null });
        follow(await call('demo.play', {}));
      },
      stop: async () => follow(await call('demo.stop', {})),
      dismiss: () => set({ phase: 'idle', error: null }),
      async load() {
        const reply = await call('demo.state', {});
        // Who cannot answer says so elsewhere.
        if (reply.ok) follow(reply);
      },
    };
  });
}
