import { ArrowLeft } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { go, routeHash, type Screen } from '../stores/route-store.ts';
import { common } from '../words/common.ts';
import { useNarrow } from './use-narrow.ts';

interface Props {
  screen: Screen;
  list: ReactNode;
  /** Null where nothing is open. */
  detail: ReactNode | null;
  /** Shown in place of a detail where there is room. */
  rest?: ReactNode;
  /** The list has nothing to choose from: one pane is enough. */
  isEmpty?: boolean;
}

/** List and detail side by side; where that is too narrow, one at a time. Esc closes the detail. */
export function SplitView({ screen, list, detail, rest, isEmpty }: Props) {
  const narrow = useNarrow();
  const listRef = useRef<HTMLDivElement>(null);
  const backRef = useRef<HTMLAnchorElement>(null);
  const isOpen = detail !== null;

  const isClosing = useRef(false);

  // Whichever of the two is left, the focus must not be lost with the other.
  useEffect(() => {
    if (isOpen && narrow) backRef.current?.focus();
    if (!isOpen && isClosing.current) {
      listRef.current?.querySelector<HTMLElement>('.virtual-list, a[aria-current], a')?.focus();
    }
    isClosing.current = false;
  }, [narrow, isOpen]);

  const close = (event: KeyboardEvent<HTMLElement>) => {
    const isTaken = (event.target as Element).closest('dialog, form, input, select, [popover]') !== null;
    if (event.key !== 'Escape' || isTaken || !isOpen) return;
    isClosing.current = true;
    go(screen);
  };

  return (
    <div className="split" data-open={isOpen} data-empty={isEmpty || undefined}>
      <div className="split-list" ref={listRef}>
        {list}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only hears the Esc of what is inside */}
      <div className="split-detail" onKeyDown={close}>
        {isOpen && (
          <a
            ref={backRef}
            className="back"
            href={routeHash(screen)}
            onClick={() => {
              isClosing.current = true;
            }}
          >
            <ArrowLeft aria-hidden />
            {common.back}
          </a>
        )}
        {detail ?? rest}
      </div>
    </div>
  );
}
