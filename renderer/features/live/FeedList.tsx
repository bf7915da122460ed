import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { FeedEvent } from '../../../shared/events.ts';
import { useStores } from '../../stores/context.ts';
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
import { FeedRow } from './FeedRow.tsx';

export function FeedList({ selected }: { selected: string | null }) {
  const { rows, phase, error, newer, load, loadOlder, loadNewer, look } = useStore(useStores().feed);
  const menuOf = useEventMenu(false);
  const today = dayKey(new Date(useNow()).toISOString());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the labels change at midnight
  const items = useMemo(() => withDays(rows, (event) => event.receivedAt, toItem, Date.now()), [rows, today]);

  if (rows.length === 0) {
    if (phase === 'loading') return <Loading />;
    if (error) return <Failure error={error} onRetry={load} />;
    return (
      <Blank title={live.quietTitle}>
        <p>{live.quiet}</p>
      </Blank>
    );
  }
  return (
    <>
      {error && <Failure error={error} onRetry={load} />}
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
        onReturn={newer ? load : undefined}
      />
    </>
  );
}

function toItem(event: FeedEvent) {
  const base = { key: `e${event.seq}`, height: 50, event };
  if (event.sessionId) return { ...base, opens: routeHash('live', event.sessionId) };
  if (event.deliveryId) return { ...base, opens: routeHash('deliveries', event.deliveryId) };
  return base;
}
