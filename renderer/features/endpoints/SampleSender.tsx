import { Send } from 'lucide-react';
import { useState } from 'react';
import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { type EventKind, eventKinds } from '../../../shared/events.ts';
import { useCall } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { Failure } from '../../ui/Failure.tsx';
import { useAction } from '../../ui/use-action.ts';
import { endpoint as words } from '../../words/endpoints.ts';
import { kindWords } from '../../words/events.ts';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
}

export function SampleSender({ endpoint, vendor }: Props) {
  const call = useCall();
  const { busy, error, run } = useAction();
  const [kind, setKind] = useState<EventKind | undefined>(vendor.sampleKinds[0]);
  const [sent, setSent] = useState<string | null>(null);

  const send = async () => {
    setSent(null);
    const input = { endpointId: endpoint.id };
    const value = await run(() => call('sample.send', kind ? { ...input, kind } : input));
    if (value) setSent(value.deliveryId);
  };

  return (
    <section className="part" aria-label={words.sample}>
      <h3>{words.sample}</h3>
      <div className="row">
        <select
          aria-label={words.sampleKind}
          value={kind}
          onChange={({ target }) => setKind(eventKinds.find((known) => known === target.value))}
        >
          {vendor.sampleKinds.map((value) => (
            <option key={value} value={value}>
              {kindWords[value]}
            </option>
          ))}
        </select>
        <button type="button" className="button" disabled={busy || !endpoint.enabled} onClick={send}>
          <Send aria-hidden />
          {words.sendSample}
        </button>
        <span className="row-said" role="status">
          {sent && (
            <>
              <span className="mark" data-mark="good" aria-hidden="true" /> {words.sampleSent}{' '}
              <a href={routeHash('deliveries', sent)}>{words.seeDelivery}</a>{' '}
              <a href={routeHash('live')}>{words.seeLive}</a>
            </>
          )}
        </span>
      </div>
      {error ? (
        <Failure error={error} onRetry={send} endpointId={endpoint.id} />
      ) : (
        <p className="quiet">{words.sampleHint}</p>
      )}
    </section>
  );
}
