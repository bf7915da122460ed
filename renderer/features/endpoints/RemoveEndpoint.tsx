import type { Endpoint } from '../../../shared/endpoints.ts';
import { useStores } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { endpoint as words } from '../../words/endpoints.ts';
import { useRemoveEndpoint } from './use-remove-endpoint.ts';

export function RemoveEndpoint({ endpoint }: { endpoint: Endpoint }) {
  const { deliveries } = useStores();
  const remove = useRemoveEndpoint();
  return (
    <section className="part endpoint-end">
      <a
        href={routeHash('deliveries')}
        onClick={() => deliveries.getState().load({ endpointId: endpoint.id })}
      >
        {words.deliveries}
      </a>
      <button type="button" className="button danger" onClick={() => remove(endpoint)}>
        {words.delete}
      </button>
    </section>
  );
}
