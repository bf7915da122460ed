import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { useLasting } from '../../ui/use-lasting.ts';
import type { Known } from './first-break.ts';

/** A choice takes a moment to be followed: only a longer difference is one. */
const settling = 5000;

/** All that the state of the way is judged by. */
export function useKnown(): Omit<Known, 'now'> {
  const stores = useStores();
  const { status, link } = useStore(stores.status);
  const endpoints = useStore(stores.endpoints, (state) => state.endpoints);
  const saved = useStore(stores.settings, (state) => state.settings?.tunnel);
  const running = status?.tunnel.provider;
  const differs = saved !== undefined && running !== undefined && saved !== running;
  return { status, link, endpoints, isOverridden: useLasting(differs, settling) };
}
