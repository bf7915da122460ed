import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { MenuItem } from '../stores/menu-store.ts';
import { live } from '../words/live.ts';
import { moveInList } from './move-in-list.ts';
import { useMenu } from './use-menu.ts';

export interface ListItem {
  key: string;
  height: number;
  /** Where it leads; absent for what only separates. */
  opens?: string;
}

interface Props<Item extends ListItem> {
  label: string;
  items: readonly Item[];
  /** The one that is open. */
  selected: string | null;
  render(item: Item): ReactNode;
  onOpen(id: string): void;
  onNearEnd?: (() => void) | undefined;
  onNearStart?: () => void;
  onLook?: (index: number) => void;
  /** The newest rows were let go; this brings them back. */
  onReturn?: (() => Promise<void>) | undefined;
  /** What can be done with a row, by a right click or the menu key. */
  menuOf?: ((item: Item) => readonly MenuItem[]) | undefined;
  /** A table of rows and cells; else a list of options. */
  grid?: boolean;
}

const near = 15;
const farFromTop = 1000;
const atTop = 8;

/** A long list of rows with known heights. Only what is seen is drawn; rows that come in above do not move the reader. */
export function VirtualList<Item extends ListItem>(props: Props<Item>) {
  const {
    label,
    items,
    selected,
    render,
    onOpen,
    onNearEnd,
    onNearStart,
    onLook,
    onReturn,
    menuOf,
    grid = false,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const id = useId();
  const openMenu = useMenu();

  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => items[index]?.height ?? 0,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 8,
    anchorTo: (scroller.current?.scrollTop ?? 0) < atTop ? 'start' : 'end',
  });
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;

  useEffect(() => {
    onLook?.(first);
    if (items.length === 0) return;
    if (last >= items.length - near) onNearEnd?.();
    if (first <= near) onNearStart?.();
  }, [first, last, items.length, onLook, onNearEnd, onNearStart]);

  const current = active ?? selected;
  const rowId = (key: string) => `${id}-${key}`;
  const isShown = current !== null && items.some((item) => item.key === current);

  const container = {
    ...(grid ? { role: 'grid', 'aria-rowcount': items.length } : { role: 'listbox' }),
    'aria-label': label,
    'aria-activedescendant': current && isShown ? rowId(current) : undefined,
    tabIndex: 0,
  };

  const offset = virtual.scrollOffset ?? 0;
  /** The newest row when the reader was last at the top. */
  const top = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (offset < atTop) top.current = items.find(({ opens }) => opens !== undefined)?.key;
  }, [offset, items]);
  const isAway = onReturn !== undefined || offset > farFromTop;
  const fresh = isAway ? countAbove(items, top.current) : 0;

  const toNewest = async () => {
    await onReturn?.();
    scroller.current?.scrollTo({ top: 0 });
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role is among the props above */}
      <div
        ref={scroller}
        className="virtual-list"
        {...container}
        onKeyDown={(event) => {
          const item = items.find(({ key }) => key === current);
          if (event.key === 'Enter' && item?.opens) return onOpen(item.opens);
          const index = moveInList(items, current, event.key);
          const target = index === undefined ? undefined : items[index];
          if (index === undefined || !target) return;
          event.preventDefault();
          setActive(target.key);
          virtual.scrollToIndex(index, { align: 'auto' });
        }}
        onContextMenu={(event) => {
          const pressed = (event.target as Element).closest('.virtual-row');
          const item = items.find(({ key }) => (pressed ? rowId(key) === pressed.id : key === current));
          const row = item && document.getElementById(rowId(item.key));
          if (!menuOf || !item?.opens || !row) return;
          setActive(item.key);
          openMenu(event, () => menuOf(item), row);
        }}
        // The menu lies over the list, which is still where the reader is.
        onBlur={({ relatedTarget }) => relatedTarget?.closest('.menu') || setActive(null)}
      >
        <div role="presentation" className="virtual-space" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start, size }) => {
            const item = items[index];
            if (!item) return null;
            const opens = item.opens;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
              // biome-ignore lint/a11y/noStaticElementInteractions: its role is among the props below
              <div
                key={key}
                id={rowId(item.key)}
                className="virtual-row"
                {...(grid && { role: 'row', 'aria-rowindex': index + 1 })}
                {...(!grid && { role: opens === undefined ? 'presentation' : 'option' })}
                {...(opens !== undefined && { 'aria-selected': item.key === selected })}
                data-active={item.key === active || undefined}
                style={{ height: size, transform: `translateY(${start}px)` }}
                onClick={opens === undefined ? undefined : () => onOpen(opens)}
              >
                {render(item)}
              </div>
            );
          })}
        </div>
      </div>
      {isAway && (
        <button type="button" className="pill" onClick={toNewest}>
          {live.jump(fresh)}
        </button>
      )}
    </>
  );
}

/** How many rows that can be opened came above this one; none where it is no longer held. */
function countAbove(items: readonly ListItem[], key: string | undefined): number {
  const at = items.findIndex((item) => item.key === key);
  return items.slice(0, Math.max(0, at)).filter(({ opens }) => opens !== undefined).length;
}
