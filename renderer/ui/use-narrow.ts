import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 960px)');

function subscribe(fn: () => void): () => void {
  narrow.addEventListener('change', fn);
  return () => narrow.removeEventListener('change', fn);
}

/** True where only the icons of the sidebar fit; shell.css names the same width. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
