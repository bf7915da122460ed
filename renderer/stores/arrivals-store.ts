import { createStore } from 'zustand/vanilla';
import type { DeliverySummary } from '../../shared/events.ts';
import type { Call } from './call.ts';

/** Samples of our own are passed over; so many at once are looked through for one that is none. */
const lookedThrough = 20;

export interface ArrivalsState {
  /** The newest call that a vendor made to an endpoint; null where there is none. Only of endpoints asked for. */
  newest: Readonly<Record<string, DeliverySummary | null>>;
  /** Asks for one endpoint's, and follows it from then on. */
  follow(endpointId: string): Promise<void>;
  /** Asks again for all that are followed. */
  load(): Promise<void>;
  apply(deliveries: DeliverySummary[]): void;
}

export type ArrivalsStore = ReturnType<typeof createArrivalsStore>;

export function createArrivalsStore(call: Call) {
  const followed = new Set<string>();

  return createStore<ArrivalsState>()((set, get) => ({
    newest: {},

    async follow(endpointId) {
      followed.add(endpointId);
      const reply = await call('delivery.list', { endpointId, limit: lookedThrough });
      if (!reply.ok) return;
      const found = reply.value.deliveries.find(({ sample }) => !sample) ?? null;
      const known = get().newest[endpointId];
      // One that was pushed meanwhile may be newer.
      const newest = known && (!found || known.receivedAt > found.receivedAt) ? known : found;
      set({ newest: { ...get().newest, [endpointId]: newest } });
    },

    async load() {
      await Promise.all([...followed].map((id) => get().follow(id)));
    },

    apply(deliveries) {
      const changed: Record<string, DeliverySummary | null> = {};
      for (const one of deliveries) {
        if (one.sample || !followed.has(one.endpointId)) continue;
        const known = changed[one.endpointId] ?? get().newest[one.endpointId];
        if (!known || one.id === known.id || one.receivedAt >= known.receivedAt)
          changed[one.endpointId] = one;
      }
      if (Object.keys(changed).length > 0) set({ newest: { ...get().newest, ...changed } });
    },
  }));
}
