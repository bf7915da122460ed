import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { DeliverySummary } from '../../../shared/events.ts';
import { useStores } from '../../stores/context.ts';
import { go } from '../../stores/route-store.ts';
import { dayKey } from '../../text/time.ts';
import { DayRow } from '../../ui/DayRow.tsx';
import { withDays } from '../../ui/day-rows.ts';
import { useNow } from '../../ui/use-now.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { deliveries as words } from '../../words/deliveries.ts';
import { DeliveryRow } from './DeliveryRow.tsx';
import { useDeliveryMenu } from './use-delivery-menu.ts';

const columns = ['time', 'verdict', 'endpoint', 'vendor', 'kind', 'duplicates', 'bytes', 'answered'] as const;

export function DeliveryTable({ selected }: { selected: string | null }) {
  const { rows, detached, load, loadMore } = useStore(useStores().deliveries);
  const today = dayKey(new Date(useNow()).toISOString());
  const menuOf = useDeliveryMenu();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the labels change at midnight
  const items = useMemo(() => withDays(rows, (row) => row.receivedAt, toItem, Date.now()), [rows, today]);
  return (
    <>
      <div className="delivery-row delivery-columns" aria-hidden="true">
        {columns.map((column) => (
          <span key={column} data-column={column}>
            {words.columns[column]}
          </span>
        ))}
      </div>
      <VirtualList
        grid
        label={words.list}
        items={items}
        selected={selected}
        render={(item) =>
          'day' in item ? <DayRow grid day={item.day} /> : <DeliveryRow delivery={item.delivery} />
        }
        onOpen={(id) => go('deliveries', id)}
        menuOf={(item) => ('delivery' in item ? menuOf(item.delivery) : [])}
        onNearEnd={loadMore}
        onReturn={detached ? () => load() : undefined}
      />
    </>
  );
}

function toItem(delivery: DeliverySummary) {
  return { key: delivery.id, opens: delivery.id, height: 34, delivery };
}
