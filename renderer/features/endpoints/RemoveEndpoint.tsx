import { useState } from 'react';
import type { Endpoint } from '../../../shared/endpoints.ts';
import { useCall, useStores } from '../../stores/context.ts';
import { go, routeHash } from '../../stores/route-store.ts';
import { inertLine } from '../../text/inert.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useAction } from '../../ui/use-action.ts';
import { endpoint as words } from '../../words/endpoints.ts';

export function RemoveEndpoint({ endpoint }: { endpoint: Endpoint }) {
  const call = useCall();
  const { endpoints, deliveries } = useStores();
  const { busy, error, run } = useAction();
  const [isAsking, setAsking] = useState(false);

  const remove = async () => {
    const done = await run(() => call('endpoint.delete', { endpointId: endpoint.id }));
    setAsking(false);
    if (!done) return;
    endpoints.getState().apply({ id: endpoint.id, deleted: true });
    go('endpoints');
  };

  return (
    <section className="part endpoint-end">
      <a
        href={routeHash('deliveries')}
        onClick={() => deliveries.getState().load({ endpointId: endpoint.id })}
      >
        {words.deliveries}
      </a>
      <button type="button" className="button danger" onClick={() => setAsking(true)}>
        {words.delete}
      </button>
      {error && <Failure error={error} />}
      {isAsking && (
        <Confirm
          title={words.deleteTitle(inertLine(endpoint.name))}
          action={words.delete}
          busy={busy}
          onConfirm={remove}
          onClose={() => setAsking(false)}
        >
          <p>{words.deleteText}</p>
        </Confirm>
      )}
    </section>
  );
}
