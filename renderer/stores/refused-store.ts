import { createStore } from 'zustand/vanilla';
import type { DeliverySummary } from '../../shared/events.ts';
import type { Call } from './call.ts';

export interface RefusedState {
  /** The newest refused delivery. */
  newest: DeliverySummary | null;
  load(): Promise<void>;
  apply(deliveries: DeliverySummary[]): void;
}

export type RefusedStore = ReturnType<typeof createRefusedStore>;

export function createRefusedStore(call: Call) {
  return createStore<RefusedState>()((set, get) => ({
    newest: null,
    async load() {
      const reply = await call('delivery.list', { verdict: 'rejected', limit: 1 });
      if (reply.ok) set({ newest: reply.value.deliveries[0] ?? null });
    },
    apply(deliveries) {
      const newest = deliveries.reduce(pick, get().newest);
      if (newest !== get().newest) set({ newest });
    },
  }));
}

/** A refusal that was taken in after all is one no longer. */
function pick(newest: DeliverySummary | null, delivery: DeliverySummary): DeliverySummary | null {
  if (delivery.verdict !== 'rejected') return delivery.id === newest?.id ? null : newest;
  return !newest || delivery.receivedAt >= newest.receivedAt ? delivery : newest;
}
