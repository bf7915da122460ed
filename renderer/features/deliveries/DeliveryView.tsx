import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { inertLine } from '../../text/inert.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { VerdictMark } from '../../ui/VerdictMark.tsx';
import { common } from '../../words/common.ts';
import { deliveries, delivery as words } from '../../words/deliveries.ts';
import { BodyView } from './BodyView.tsx';
import { toCurl } from './curl.ts';
import { DeliveryFacts } from './DeliveryFacts.tsx';
import { HeaderLines } from './HeaderLines.tsx';
import { useDelivery } from './use-delivery.ts';
import { VerdictNote } from './VerdictNote.tsx';

export function DeliveryView({ deliveryId }: { deliveryId: string }) {
  const { delivery, error, load } = useDelivery(deliveryId);
  const endpoint = useStore(useStores().endpoints, (state) =>
    state.endpoints.find(({ id }) => id === delivery?.endpointId),
  );

  if (!delivery) return error ? <Failure error={error} onRetry={load} /> : <Loading />;
  const url = endpoint?.localUrl ?? 'http://127.0.0.1/hooks/…';
  return (
    <section className="delivery" aria-label={words.label}>
      <header className="delivery-head">
        <VerdictMark verdict={delivery.verdict} />
        {endpoint ? (
          <a href={routeHash('endpoints', endpoint.id)}>{inertLine(endpoint.name)}</a>
        ) : (
          <span className="quiet">{deliveries.unknownEndpoint}</span>
        )}
        <CopyButton label={words.copyCurl} text={() => toCurl(delivery, url)} />
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
        <VerdictNote delivery={delivery} />
        <DeliveryFacts delivery={delivery} />
        <HeaderLines headers={delivery.headers} />
        <BodyView bodyBase64={delivery.bodyBase64} />
      </div>
    </section>
  );
}
