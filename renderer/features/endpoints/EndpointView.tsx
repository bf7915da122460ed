import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { Blank } from '../../ui/Blank.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { endpoint as words } from '../../words/endpoints.ts';
import { ConnectPart } from '../connect/ConnectPart.tsx';
import { NamesKey } from '../connect/NamesKey.tsx';
import { Address } from './Address.tsx';
import { EndpointHead } from './EndpointHead.tsx';
import { MadeCard } from './MadeCard.tsx';
import { needsSecret } from './needs-secret.ts';
import { Proof } from './Proof.tsx';
import { RemoveEndpoint } from './RemoveEndpoint.tsx';
import { SampleSender } from './SampleSender.tsx';
import { Steps } from './Steps.tsx';
import { TryCurl } from './TryCurl.tsx';
import { WhatNext } from './WhatNext.tsx';

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
  /** Where the secret comes with the registration, that is the first step, and stands below. */
  const isMade = madeNow === endpointId && !(vendor?.registers === 'api' && needsSecret(endpoint));
  const isRegistered = endpoint.registration.state === 'registered';
  /** Its values stand in the steps, where they are needed. */
  const isGuided = vendor?.registers === 'by-hand' && !isRegistered;
  return (
    <section className="endpoint" aria-label={words.label}>
      <EndpointHead endpoint={endpoint} vendor={vendor} />
      <div className="endpoint-parts">
        {vendor && !isMade && <WhatNext endpoint={endpoint} vendor={vendor} />}
        {(isMade || (shown && !isGuided)) && (
          <MadeCard endpoint={endpoint} vendor={vendor} header={isGuided ? null : shown} isMade={isMade} />
        )}
        {vendor && <ConnectPart endpoint={endpoint} vendor={vendor} />}
        {!isMade && !isGuided && !isRegistered && <Address endpoint={endpoint} />}
        {vendor && !isMade && <SampleSender endpoint={endpoint} vendor={vendor} />}
        {vendor && <Proof endpoint={endpoint} vendor={vendor} />}
        {vendor && <NamesKey endpoint={endpoint} vendor={vendor} />}
        {vendor?.registers === 'api' && <Steps endpoint={endpoint} vendor={vendor} />}
        <TryCurl endpoint={endpoint} vendor={vendor} header={shown} />
        <RemoveEndpoint endpoint={endpoint} />
      </div>
    </section>
  );
}
