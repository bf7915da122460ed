import { type MouseEvent, useCallback } from 'react';
import { useStores } from '../stores/context.ts';
import type { MenuItem, Point } from '../stores/menu-store.ts';

/** Opens the window's menu for an element, by a right click, Shift+F10 or the menu key. */
export function useMenu() {
  const { menu } = useStores();
  return useCallback(
    (event: MouseEvent, items: () => readonly MenuItem[], element: Element = event.currentTarget) => {
      if (hasOwnMenu(event, element)) return;
      event.preventDefault();
      event.stopPropagation();
      menu
        .getState()
        .show(items(), isByKey(event) ? within(element) : { x: event.clientX, y: event.clientY });
    },
    [menu],
  );
}

/** Selected text and fields have what people expect there already: to copy, to paste. */
function hasOwnMenu({ target }: MouseEvent, element: Element): boolean {
  if ((target as Element).closest('input, textarea, select')) return true;
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(element, true);
}

/** A key press has no pointer. https://w3c.github.io/pointerevents/#the-contextmenu-event */
function isByKey({ nativeEvent }: MouseEvent): boolean {
  return nativeEvent instanceof PointerEvent ? nativeEvent.pointerType === '' : nativeEvent.button !== 2;
}

function within(element: Element): Point {
  const { left, top, height } = element.getBoundingClientRect();
  return { x: left + 16, y: top + Math.min(height, 28) };
}
