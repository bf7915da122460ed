import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { useNow } from '../../ui/use-now.ts';

/** Decisions that follow an event are asked for a moment after it, once for many. */
const after = 400;
const everySeconds = 10;

/** The last decisions, kept fresh while they are looked at. */
export function useDecisions() {
  const stores = useStores();
  const { load } = useStore(stores.decisions);
  const newest = useStore(stores.feed, (state) => state.rows[0]?.seq);
  const alerts = useStore(stores.status, (state) => state.status?.alerts);
  const settings = useStore(stores.settings, (state) => state.settings);
  const tick = Math.floor(useNow() / 1000 / everySeconds);

  useEffect(() => {
    load();
  }, [load]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these may have changed the list
  useEffect(() => {
    const timer = setTimeout(load, after);
    return () => clearTimeout(timer);
  }, [load, newest, alerts, settings, tick]);

  return useStore(stores.decisions);
}
