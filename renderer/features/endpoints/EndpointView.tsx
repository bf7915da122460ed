import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { Blank } from '../../ui/Blank.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { endpoint as words } from '../../words/endpoints.ts';
import { Address } from './Address.tsx';
import { EndpointHead } from './EndpointHead.tsx';
import { MadeCard } from './MadeCard.tsx';
import { Proof } from './Proof.tsx';
import { RemoveEndpoint } from './RemoveEndpoint.tsx';
import { SampleSender } from './SampleSender.tsx';
import { Steps } from './Steps.tsx';
import { TryCurl } from './TryCurl.tsx';

export function EndpointView({ endpointId }: { endpointId: string }) {
  const stores = useStores();
  const { endpoints, vendors, phase, error, load } = useStore(stores.endpoints);
  const { header, madeNow } = useStore(stores.revealed);
  const endpoint = endpoints.find(({ id }) => id === endpointId);
  const vendor = vendors.find(({ id }) => id === endpoint?.vendor);

  if (!endpoint) {
    if (error) return <Failure error={error} onRetry={load} />;
    return phase === 'loading' ? <Loading /> : <Blank title={words.gone} />;
  }
  const shown = header?.endpointId === endpointId ? header : null;
  const isMade = madeNow === endpointId;
  return (
    <section className="endpoint" aria-label={words.label}>
      <EndpointHead endpoint={endpoint} vendor={vendor} />
      <div className="endpoint-parts">
        {(isMade || shown) && <MadeCard endpoint={endpoint} vendor={vendor} header={shown} isMade={isMade} />}
        {!isMade && <Address endpoint={endpoint} />}
        {vendor && !isMade && <SampleSender endpoint={endpoint} vendor={vendor} />}
        {vendor && <Proof endpoint={endpoint} vendor={vendor} />}
        {vendor && !isMade && <Steps endpoint={endpoint} vendor={vendor} />}
        <TryCurl endpoint={endpoint} vendor={vendor} header={shown} />
        <RemoveEndpoint endpoint={endpoint} />
      </div>
    </section>
  );
}
