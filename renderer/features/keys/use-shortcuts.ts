import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { go } from '../../stores/route-store.ts';
import { commandKey } from './command-key.ts';
import { isWritten } from './is-written.ts';
import { shortcutOf } from './shortcuts.ts';

/** Binds the keys of the window. @returns whether the sheet of them is open, and what closes it */
export function useShortcuts() {
  const { overlay } = useStores();
  const isSheetOpen = useStore(overlay, ({ open }) => open === 'keys');
  useEffect(() => {
    const command = commandKey();
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const shortcut = shortcutOf(event, isWritten(event.target), command);
      if (!shortcut) return;
      event.preventDefault();
      const { open, show, close } = overlay.getState();
      // Under a question that waits for its answer nothing is changed.
      if (event.repeat || (open === null && document.querySelector('dialog:modal'))) return;
      if (shortcut.does === 'go') {
        if (open) close(open);
        go(shortcut.screen);
      } else if (shortcut.does === 'sheet') show('keys');
      else if (open === 'search') close('search');
      else show('search');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [overlay]);
  return { isSheetOpen, closeSheet: () => overlay.getState().close('keys') };
}
