import { createContext, use, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { PagePermission } from '../client/page-permission.ts';
import type { Call } from './call.ts';
import type { Route, RouteStore } from './route-store.ts';
import type { Stores } from './stores.ts';

interface Parts {
  call: Call;
  stores: Stores;
  route: RouteStore;
  permission: PagePermission | undefined;
}

export const AppContext = createContext<Parts | null>(null);

function useParts(): Parts {
  const parts = use(AppContext);
  if (!parts) throw new Error('AppContext is missing');
  return parts;
}

export function useCall(): Call {
  return useParts().call;
}

export function useStores(): Stores {
  return useParts().stores;
}

export function useRoute(): Route {
  return useStore(useParts().route);
}

/** Whether this page may show alerts; undefined where the host shows them. */
export function usePagePermission() {
  const { permission } = useParts();
  const state = useSyncExternalStore(permission?.subscribe ?? never, () => permission?.get());
  return permission && state && { state, ask: permission.ask };
}

const never = () => () => undefined;

/** What a vendor is called; its id where that is not known yet. */
export function useVendorTitle(): (vendor: string) => string {
  const vendors = useStore(useStores().endpoints, (state) => state.vendors);
  return (vendor) => vendors.find(({ id }) => id === vendor)?.title ?? vendor;
}

/** What an agent is called, by its code; undefined where the vendor has not told. */
export function useAgentName(): (agentId: string | null | undefined) => string | undefined {
  const byId = useStore(useStores().agents, (state) => state.byId);
  return (agentId) => (agentId ? byId.get(agentId)?.name : undefined);
}

/** What an endpoint is called; undefined where it is not known, or no longer. */
export function useEndpointName(): (endpointId: string) => string | undefined {
  const endpoints = useStore(useStores().endpoints, (state) => state.endpoints);
  return (endpointId) => endpoints.find(({ id }) => id === endpointId)?.name;
}
