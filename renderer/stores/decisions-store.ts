import { createStore } from 'zustand/vanilla';
import type { AlertDecision } from '../../shared/alerts.ts';
import type { WireError } from '../../shared/errors.ts';
import type { Call, Phase } from './call.ts';

export interface DecisionsState {
  /** What was told or not told, newest first. */
  decisions: AlertDecision[];
  phase: Phase;
  error: WireError | null;
  load(): Promise<void>;
}

export type DecisionsStore = ReturnType<typeof createDecisionsStore>;

export function createDecisionsStore(call: Call) {
  let current = 0;

  return createStore<DecisionsState>()((set, get) => ({
    decisions: [],
    phase: 'loading',
    error: null,
    async load() {
      const mine = ++current;
      const reply = await call('alert.decisions', {});
      if (mine !== current) return;
      if (reply.ok) set({ decisions: reply.value.decisions, phase: 'ready', error: null });
      else set({ phase: get().phase === 'ready' ? 'ready' : 'failed', error: reply.error });
    },
  }));
}
