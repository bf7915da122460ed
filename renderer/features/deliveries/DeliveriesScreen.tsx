import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { isFiltered } from '../../stores/delivery-filter.ts';
import { Blank } from '../../ui/Blank.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { deliveries as words } from '../../words/deliveries.ts';
import { DeliveryFilters } from './DeliveryFilters.tsx';
import { DeliveryTable } from './DeliveryTable.tsx';
import { DeliveryView } from './DeliveryView.tsx';
import { NoDeliveries } from './NoDeliveries.tsx';
import './deliveries.css';
import './delivery.css';

export function DeliveriesScreen({ deliveryId }: { deliveryId: string | null }) {
  return (
    <SplitView
      screen="deliveries"
      list={<DeliveryList selected={deliveryId} />}
      detail={deliveryId && <DeliveryView key={deliveryId} deliveryId={deliveryId} />}
    />
  );
}

function DeliveryList({ selected }: { selected: string | null }) {
  const { rows, filter, phase, error, load } = useStore(useStores().deliveries);
  const filtered = isFiltered(filter);
  return (
    <>
      <DeliveryFilters />
      {error && <Failure error={error} onRetry={() => load()} />}
      {rows.length > 0 && <DeliveryTable selected={selected} />}
      {rows.length === 0 && phase === 'loading' && <Loading />}
      {rows.length === 0 && phase === 'ready' && (
        <Blank title={filtered ? words.emptyFilter : words.emptyTitle}>
          {filtered ? (
            <button type="button" className="button" onClick={() => load({})}>
              {words.clearFilters}
            </button>
          ) : (
            <NoDeliveries />
          )}
        </Blank>
      )}
    </>
  );
}
