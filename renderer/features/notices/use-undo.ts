import { useEffect } from 'react';
import { useStores } from '../../stores/context.ts';

const takesText = 'input, textarea, select, [contenteditable="true"]';

/** Ctrl or Cmd with Z takes back what was done last, but in a text; a page that goes away does what still waits. */
export function useUndo(): void {
  const { undo } = useStores();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isUndo || event.key.toLowerCase() !== 'z') return;
      if (event.target instanceof Element && event.target.closest(takesText)) return;
      if (undo.getState().offers.length === 0) return;
      event.preventDefault();
      void undo.getState().take();
    };
    const onLeave = () => undo.getState().flush();
    window.addEventListener('keydown', onKey);
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('pagehide', onLeave);
    };
  }, [undo]);
}
