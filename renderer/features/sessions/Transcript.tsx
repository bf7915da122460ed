import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Session } from '../../../shared/events.ts';
import { useAgentName, useEndpointName, useRoute, useStores } from '../../stores/context.ts';
import { withGaps } from '../../stores/gaps.ts';
import { routeHash } from '../../stores/route-store.ts';
import { useMenu } from '../../ui/use-menu.ts';
import { transcript as words } from '../../words/sessions.ts';
import { sessionName } from './session-name.ts';
import { TranscriptRow } from './TranscriptRow.tsx';
import { useEventMenu } from './use-event-menu.ts';

const near = 6;
const atEnd = 60;

/** Grows at its end. Whoever reads further up is not moved; whoever is at the end stays there. */
export function Transcript({ session }: { session: Session }) {
  const {
    rows: said,
    gaps,
    older,
    newer,
    place,
    arrived,
    loadOlder,
    loadNewer,
    open,
  } = useStore(useStores().transcript);
  const rows = useMemo(() => withGaps(said, gaps, session, older), [said, gaps, session, older]);
  const name = sessionName(session, useEndpointName(), useAgentName());
  const { screen, seq } = useRoute();
  const openMenu = useMenu();
  const menuOf = useEventMenu(true);
  const scroller = useRef<HTMLDivElement>(null);
  const shownInFull = useMemo(() => new Set<number>(), []);
  /** How many had come when the reader was last at the end. */
  const read = useRef(arrived);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 58,
    getItemKey: (index) => rows[index]?.seq ?? index,
    overscan: 6,
    gap: 8,
    paddingStart: 16,
    paddingEnd: 16,
    anchorTo: 'end',
    followOnAppend: !newer,
    scrollEndThreshold: atEnd,
  });
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the reader is to be put elsewhere
  useEffect(() => {
    const index = place?.at == null ? -1 : rows.findIndex((event) => event.seq === place.at);
    if (index < 0) virtual.scrollToEnd();
    else virtual.scrollToIndex(index, { align: 'center' });
  }, [place]);

  // A page that came in may not fill the view.
  useEffect(() => {
    if (first <= near) loadOlder();
    if (last >= rows.length - near) loadNewer();
  }, [first, last, loadOlder, loadNewer, rows.length]);

  const isAway = newer || virtual.getDistanceFromEnd() > atEnd;
  useEffect(() => {
    if (!isAway) read.current = arrived;
  }, [isAway, arrived]);

  const toNewest = () => {
    // The address says where to be: it must not lead back. Its change opens the newest.
    if (seq !== null) window.location.replace(routeHash(screen, session.id));
    else if (newer) open(session.id);
    else virtual.scrollToEnd();
  };

  return (
    <div className="transcript-frame">
      {place?.isGone && (
        <p className="transcript-said" role="status">
          {words.eventGone}
        </p>
      )}
      <div
        ref={scroller}
        className="transcript"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: so that the keys can scroll it
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={words.label}
      >
        <div className="virtual-space" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const event = rows[index];
            if (!event) return null;
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: the menu key opens it from the link of its time
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                onContextMenu={(press) => openMenu(press, () => menuOf(event))}
                data-sought={event.seq === place?.at || undefined}
                className="virtual-row"
                style={{ transform: `translateY(${start}px)` }}
              >
                <TranscriptRow event={event} before={rows[index - 1]} name={name} shownInFull={shownInFull} />
              </div>
            );
          })}
        </div>
      </div>
      {isAway && (
        <button type="button" className="pill" onClick={toNewest}>
          {words.jump(arrived - read.current)}
        </button>
      )}
    </div>
  );
}
