import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';

/** How many sessions are live: `3`, or `200+` where there are more than are held here; undefined for none. */
export function useLiveCount(): string | undefined {
  const { sessions, more } = useStore(useStores().alive);
  const count = sessions.filter(({ state }) => state === 'live').length;
  if (count === 0) return undefined;
  return more ? `${count}+` : String(count);
}
