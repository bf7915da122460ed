import { useEffect, useState } from 'react';
import { go } from '../../stores/route-store.ts';
import { shortcutOf } from './shortcuts.ts';

export const searchBoxId = 'search-box';
/** Said on the window by whoever wants the sheet of shortcuts shown. */
export const showKeysEvent = 'greenroom-show-keys';

/** Binds the keys of the window. @returns whether the sheet of them is open, and what closes it */
export function useShortcuts() {
  const [isSheetOpen, setSheetOpen] = useState(false);
  useEffect(() => {
    const show = () => setSheetOpen(true);
    const onKey = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, isWritten(event.target));
      if (!shortcut) return;
      event.preventDefault();
      if (shortcut.does === 'go') go(shortcut.screen);
      else if (shortcut.does === 'search') document.getElementById(searchBoxId)?.focus();
      else show();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener(showKeysEvent, show);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener(showKeysEvent, show);
    };
  }, []);
  return { isSheetOpen, closeSheet: () => setSheetOpen(false) };
}

function isWritten(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]');
}
