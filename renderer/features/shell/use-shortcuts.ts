import { useEffect } from 'react';
import { go, places } from '../../stores/route-store.ts';

export const searchBoxId = 'search-box';

/** Ctrl or Cmd with 1 to 6 for the screens, with K for the search. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const screen = places[Number(event.key) - 1];
      if (screen) {
        event.preventDefault();
        go(screen);
      } else if (event.key.toLowerCase() === 'k') {
        event.preventDefault();
        document.getElementById(searchBoxId)?.focus();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
