import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { common } from '../words/common.ts';
import { moveInList } from './move-in-list.ts';

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
  onNearEnd?: () => void;
  onNearStart?: () => void;
  onLook?: (index: number) => void;
  /** The newest rows were let go; this brings them back. */
  onReturn?: (() => Promise<void>) | undefined;
  /** A table of rows and cells; else a list of options. */
  grid?: boolean;
}

const near = 15;
const farFromTop = 1000;

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
    grid = false,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const id = useId();

  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => items[index]?.height ?? 0,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 8,
    anchorTo: (scroller.current?.scrollTop ?? 0) < 8 ? 'start' : 'end',
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
        onBlur={() => setActive(null)}
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
      {(onReturn || (virtual.scrollOffset ?? 0) > farFromTop) && (
        <button type="button" className="pill" onClick={toNewest}>
          {common.jumpToNewest}
        </button>
      )}
    </>
  );
}
