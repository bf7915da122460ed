import { type RefObject, useEffect, useRef } from 'react';

/**
 * For a box whose content changes by itself: where what had the focus is gone, the box takes it, so that the keyboard
 * goes on from there. The box needs `tabIndex={-1}`.
 */
export function useKeptFocus<Box extends HTMLElement>(): RefObject<Box | null> {
  const ref = useRef<Box>(null);

  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    let isInside = false;
    const note = ({ target }: Event) => {
      isInside = target instanceof Node && box.contains(target);
    };
    const keep = new MutationObserver(() => {
      if (isInside && document.activeElement === document.body) box.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', note);
    // A press elsewhere lets go of it on purpose.
    document.addEventListener('pointerdown', note);
    keep.observe(box, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', note);
      keep.disconnect();
    };
  }, []);

  return ref;
}
