import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { VerdictMark } from '../../ui/VerdictMark.tsx';
import { common } from '../../words/common.ts';
import { delivery as words } from '../../words/deliveries.ts';
import { BodyView } from './BodyView.tsx';
import { toCurl } from './curl.ts';
import { DeliveryFacts } from './DeliveryFacts.tsx';
import { HeaderLines } from './HeaderLines.tsx';
import { ProofTable } from './ProofTable.tsx';
import { urlOf } from './url-of.ts';
import { useDelivery } from './use-delivery.ts';
import { useSourceName } from './use-source-name.ts';
import { VerdictNote } from './VerdictNote.tsx';

export function DeliveryView({ deliveryId }: { deliveryId: string }) {
  const { delivery, error, load } = useDelivery(deliveryId);
  const endpoints = useStore(useStores().endpoints, (state) => state.endpoints);
  const vendors = useStore(useStores().endpoints, (state) => state.vendors);
  const nameOf = useSourceName();

  if (!delivery) return error ? <Failure error={error} onRetry={load} /> : <Loading />;
  const endpoint = endpoints.find(({ id }) => id === delivery.endpointId);
  const vendor = vendors.find(({ id }) => id === delivery.vendor);
  const name = nameOf(delivery.endpointId);
  return (
    <section className="delivery" aria-label={words.label}>
      <header className="delivery-head">
        <VerdictMark verdict={delivery.verdict} />
        {endpoint ? (
          <a href={routeHash('endpoints', endpoint.id)}>{name}</a>
        ) : (
          <span className="quiet">{name}</span>
        )}
        <CopyButton
          label={words.copyCurl}
          text={() => toCurl(delivery, urlOf(endpoints, delivery.endpointId))}
        />
        <a
          className="icon-button wide-only"
          href={routeHash('deliveries')}
          aria-label={common.close}
          title={common.close}
        >
          <X aria-hidden />
        </a>
      </header>
      <div className="delivery-parts">
        {error && <Failure error={error} onRetry={load} />}
        <VerdictNote delivery={delivery} />
        <DeliveryFacts delivery={delivery} />
        {endpoint && delivery.verdict !== 'unproved' && (
          <ProofTable delivery={delivery} endpoint={endpoint} vendor={vendor} />
        )}
        <HeaderLines headers={delivery.headers} />
        <BodyView deliveryId={delivery.id} bodyBase64={delivery.bodyBase64} />
      </div>
    </section>
  );
}
