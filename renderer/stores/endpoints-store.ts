import { createStore } from 'zustand/vanilla';
import type { Pushes } from '../../shared/contract.ts';
import type { Endpoint, VendorInfo } from '../../shared/endpoints.ts';
import type { WireError } from '../../shared/errors.ts';
import { wordVendor } from '../words/core.ts';
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
  /** What is pushed while a list is on its way is newer than that list. */
  let held: Pushes['endpoint'][] = [];
  let isLoading = false;

  return createStore<EndpointsState>()((set, get) => ({
    endpoints: [],
    vendors: [],
    phase: 'loading',
    error: null,

    async load() {
      const mine = ++current;
      held = [];
      isLoading = true;
      set({ phase: get().phase === 'ready' ? 'ready' : 'loading', error: null });
      const [list, vendors] = await Promise.all([call('endpoint.list', {}), call('vendor.list', {})]);
      if (mine !== current) return;
      isLoading = false;
      if (!list.ok) return set({ phase: 'failed', error: list.error });
      if (!vendors.ok) return set({ phase: 'failed', error: vendors.error });
      const endpoints = sort(held.reduce(changed, list.value.endpoints));
      set({ endpoints, vendors: vendors.value.vendors.map(wordVendor), phase: 'ready' });
    },

    apply(push) {
      if (isLoading) held.push(push);
      set({ endpoints: sort(changed(get().endpoints, push)) });
    },
  }));
}

function changed(endpoints: Endpoint[], push: Pushes['endpoint']): Endpoint[] {
  const others = endpoints.filter(({ id }) => id !== push.id);
  return 'deleted' in push ? others : [...others, push];
}

function sort(endpoints: Endpoint[]): Endpoint[] {
  return endpoints.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
}
