import { createStore } from 'zustand/vanilla';
import type { Pushes } from '../../shared/contract.ts';
import type { Endpoint, VendorInfo } from '../../shared/endpoints.ts';
import type { WireError } from '../../shared/errors.ts';
import type { Call, Phase } from './call.ts';

export interface EndpointsState {
  endpoints: Endpoint[];
  vendors: VendorInfo[];
  phase: Phase;
  error: WireError | null;
  load(): Promise<void>;
  apply(push: Pushes['endpoint']): void;
}

export type EndpointsStore = ReturnType<typeof createEndpointsStore>;

export function createEndpointsStore(call: Call) {
  let current = 0;

  return createStore<EndpointsState>()((set, get) => ({
    endpoints: [],
    vendors: [],
    phase: 'loading',
    error: null,

    async load() {
      const mine = ++current;
      set({ phase: get().phase === 'ready' ? 'ready' : 'loading', error: null });
      const [list, vendors] = await Promise.all([call('endpoint.list', {}), call('vendor.list', {})]);
      if (mine !== current) return;
      if (!list.ok) return set({ phase: 'failed', error: list.error });
      if (!vendors.ok) return set({ phase: 'failed', error: vendors.error });
      set({ endpoints: sort(list.value.endpoints), vendors: vendors.value.vendors, phase: 'ready' });
    },

    apply(push) {
      const others = get().endpoints.filter(({ id }) => id !== push.id);
      set({ endpoints: 'deleted' in push ? others : sort([...others, push]) });
    },
  }));
}

function sort(endpoints: Endpoint[]): Endpoint[] {
  return endpoints.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
}
