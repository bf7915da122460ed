import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Session } from '../../../shared/events.ts';
import { useStores } from '../../stores/context.ts';
import { isFeedFiltered } from '../../stores/feed-filter.ts';
import { Blank } from '../../ui/Blank.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { live } from '../../words/live.ts';
import { FirstRun } from '../first-run/FirstRun.tsx';
import { SessionView } from '../sessions/SessionView.tsx';
import { AliveCards } from './AliveCards.tsx';
import { FeedList } from './FeedList.tsx';
import { RefusedStrip } from './RefusedStrip.tsx';
import './live.css';

export function LiveScreen({ sessionId }: { sessionId: string | null }) {
  const stores = useStores();
  const { sessions: all, error, load } = useStore(stores.alive);
  const isReady = useStore(stores.endpoints, (state) => state.phase === 'ready');
  const isFirstRun = useStore(stores.endpoints, (state) => isReady && state.endpoints.length === 0);
  const hasEvents = useStore(stores.feed, ({ rows, filter }) => rows.length > 0 || isFeedFiltered(filter));
  const isHeard = useStore(stores.feed, (state) => state.phase === 'ready');
  const shown = useReadAlong(sessionId, all);
  const sessions = useChosen(all, shown);
  const narrow = useNarrow();

  if (isFirstRun && !hasEvents) return <FirstRun />;
  return (
    <div className="live">
      {error && isHeard && <Failure error={error} onRetry={load} />}
      <AliveCards sessions={sessions} selected={shown} />
      <RefusedStrip />
      <SplitView
        screen="live"
        list={<FeedList selected={shown} />}
        detail={sessionId && <SessionView key={sessionId} sessionId={sessionId} />}
        rest={
          // Beside the list or not at all: what cannot be seen is not read.
          narrow ? null : shown ? (
            <SessionView key={shown} sessionId={shown} />
          ) : (
            isHeard && hasEvents && <Blank title={live.pick} />
          )
        }
      />
    </div>
  );
}

/** The cards that the feed's filter leaves, with the one that is read. By what happened only the feed is narrowed. */
function useChosen(all: Session[], read: string | null): Session[] {
  const stores = useStores();
  const filter = useStore(stores.feed, (state) => state.filter);
  const unread = useStore(stores.seen, (state) => state.unread);
  const { vendor, endpointId, agentId } = filter;
  return useMemo(
    () =>
      all.filter(
        (session) =>
          (vendor === undefined || session.vendor === vendor) &&
          (endpointId === undefined || session.endpointId === endpointId) &&
          (agentId === undefined || session.agentId === agentId) &&
          (!filter.unread || unread.has(session.id) || session.id === read),
      ),
    [all, vendor, endpointId, agentId, filter.unread, unread, read],
  );
}

/** The chosen session; else the first one alive, kept while it lives so that nobody is torn away from reading. */
function useReadAlong(chosen: string | null, alive: Session[]): string | null {
  const [kept, setKept] = useState<string | null>(null);
  if (chosen) return chosen;
  if (alive.some(({ id }) => id === kept)) return kept;
  const next = alive[0]?.id ?? kept;
  if (next !== kept) setKept(next);
  return next;
}
