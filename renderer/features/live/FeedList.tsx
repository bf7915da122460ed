import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { FeedEvent } from '../../../shared/events.ts';
import { useStores } from '../../stores/context.ts';
import { isFeedFiltered } from '../../stores/feed-filter.ts';
import { routeHash } from '../../stores/route-store.ts';
import { dayKey } from '../../text/time.ts';
import { Blank } from '../../ui/Blank.tsx';
import { DayRow } from '../../ui/DayRow.tsx';
import { withDays } from '../../ui/day-rows.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { useNow } from '../../ui/use-now.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { live } from '../../words/live.ts';
import { useEventMenu } from '../sessions/use-event-menu.ts';
import { FeedFilters } from './FeedFilters.tsx';
import { FeedRow } from './FeedRow.tsx';

/** As many as a tall window shows: with fewer, what is further back is asked for. */
const enough = 40;

export function FeedList({ selected }: { selected: string | null }) {
  const { rows: all, filter, phase, error, newer, load, loadNewer, look } = useStore(useStores().feed);
  const { rows, older, loadOlder } = useShown(all, selected);
  const menuOf = useEventMenu(false);
  const today = dayKey(new Date(useNow()).toISOString());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the labels change at midnight
  const items = useMemo(() => withDays(rows, (event) => event.receivedAt, toItem, Date.now()), [rows, today]);

  return (
    <>
      <FeedFilters />
      {error && <Failure error={error} onRetry={() => load()} />}
      {rows.length > 0 ? (
        <VirtualList
          label={live.feed}
          items={items}
          selected={null}
          render={(item) =>
            'day' in item ? (
              <DayRow day={item.day} />
            ) : (
              <FeedRow event={item.event} isOwn={item.event.sessionId === selected && selected !== null} />
            )
          }
          onOpen={(hash) => {
            window.location.hash = hash;
          }}
          menuOf={(item) => ('event' in item ? menuOf(item.event) : [])}
          onNearEnd={loadOlder}
          onNearStart={loadNewer}
          onLook={look}
          onReturn={newer ? () => load() : undefined}
        />
      ) : phase === 'loading' ? (
        <Loading />
      ) : (
        !error && <Nothing isFiltered={isFeedFiltered(filter)} isLooking={older} onClear={() => load({})} />
      )}
    </>
  );
}

/** The rows that the filter leaves; only the window knows what is unread. Asks for more until there are enough. */
function useShown(all: FeedEvent[], read: string | null) {
  const stores = useStores();
  const { filter, older, paging, error, loadOlder } = useStore(stores.feed);
  const { unread, unreadFrom } = useStore(stores.seen);
  const only = filter.unread ? unread : null;
  const rows = useMemo(
    () => (only ? all.filter(({ sessionId = '' }) => only.has(sessionId) || sessionId === read) : all),
    [all, only, read],
  );
  const last = all.at(-1);
  // Nothing unread happened before the first of those sessions began.
  const mayBeFurther = !only || (unreadFrom !== null && (!last || last.receivedAt >= unreadFrom));
  const more = older && mayBeFurther;

  // Again after each page, which may have brought nothing.
  useEffect(() => {
    if (more && paging === null && !error && rows.length < enough) loadOlder();
  }, [more, paging, error, rows.length, loadOlder]);
  return { rows, older: more, loadOlder: more ? loadOlder : undefined };
}

function Nothing({
  isFiltered,
  isLooking,
  onClear,
}: {
  isFiltered: boolean;
  isLooking: boolean;
  onClear(): void;
}) {
  if (isLooking) return <Blank title={live.looking} />;
  if (!isFiltered) {
    return (
      <Blank title={live.quietTitle}>
        <p>{live.quiet}</p>
      </Blank>
    );
  }
  return (
    <Blank title={live.noneTitle}>
      <p>{live.none}</p>
      <button type="button" className="button" onClick={onClear}>
        {live.clear}
      </button>
    </Blank>
  );
}

function toItem(event: FeedEvent) {
  const base = { key: `e${event.seq}`, height: 50, event };
  if (event.sessionId) return { ...base, opens: routeHash('live', event.sessionId) };
  if (event.deliveryId) return { ...base, opens: routeHash('deliveries', event.deliveryId) };
  return base;
}
