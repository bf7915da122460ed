const gap = 4;
const margin = 8;

/** Puts an open popover below the button that opens it, its right edge at the button's, and within the window: what is too high for it scrolls. */
export function placeBelow(popover: HTMLElement): void {
  const button = document.querySelector(`[popovertarget="${CSS.escape(popover.id)}"]`);
  if (!button) return;
  const { bottom, right } = button.getBoundingClientRect();
  popover.style.top = `${bottom + gap}px`;
  popover.style.maxHeight = `${innerHeight - bottom - gap - margin}px`;
  popover.style.left = `${Math.max(margin, right - popover.offsetWidth)}px`;
}
