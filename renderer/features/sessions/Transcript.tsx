import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Session } from '../../../shared/events.ts';
import { useAgentName, useEndpointName, useStores } from '../../stores/context.ts';
import { withGaps } from '../../stores/gaps.ts';
import { common } from '../../words/common.ts';
import { transcript as words } from '../../words/live.ts';
import { sessionName } from './session-name.ts';
import { TranscriptRow } from './TranscriptRow.tsx';

const near = 6;
const atEnd = 60;

/** Grows at its end. Whoever reads further up is not moved; whoever is at the end stays there. */
export function Transcript({ session }: { session: Session }) {
  const { rows: said, gaps, older, detached, loadOlder, open } = useStore(useStores().transcript);
  const rows = useMemo(() => withGaps(said, gaps, session, older), [said, gaps, session, older]);
  const name = sessionName(session, useEndpointName(), useAgentName());
  const scroller = useRef<HTMLDivElement>(null);
  const shownInFull = useMemo(() => new Set<number>(), []);

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
    followOnAppend: !detached,
    scrollEndThreshold: atEnd,
  });
  const first = virtual.range?.startIndex ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only once, when it opens
  useEffect(() => virtual.scrollToEnd(), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that came in may not fill the view
  useEffect(() => {
    if (first <= near) loadOlder();
  }, [first, loadOlder, rows.length]);

  const isAway = detached || virtual.getDistanceFromEnd() > atEnd;
  return (
    <div className="transcript-frame">
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
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
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
        <button
          type="button"
          className="pill"
          onClick={() => {
            if (detached) open(session.id).then(() => virtual.scrollToEnd());
            else virtual.scrollToEnd();
          }}
        >
          {common.jumpToNewest}
        </button>
      )}
    </div>
  );
}
