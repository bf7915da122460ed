import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { Blank } from '../../ui/Blank.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { deliveries as words } from '../../words/deliveries.ts';
import { DeliveryFilters } from './DeliveryFilters.tsx';
import { DeliveryTable } from './DeliveryTable.tsx';
import { DeliveryView } from './DeliveryView.tsx';
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
  const isFiltered = filter.verdict !== undefined || filter.endpointId !== undefined;
  return (
    <>
      <DeliveryFilters />
      {error && <Failure error={error} onRetry={() => load()} />}
      {rows.length > 0 && <DeliveryTable selected={selected} />}
      {rows.length === 0 && phase === 'loading' && <Loading />}
      {rows.length === 0 && phase === 'ready' && (
        <Blank title={isFiltered ? words.emptyFilter : words.emptyTitle}>
          {!isFiltered && <p>{words.empty}</p>}
        </Blank>
      )}
    </>
  );
}
