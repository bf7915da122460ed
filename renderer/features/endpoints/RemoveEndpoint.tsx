import type { Endpoint } from '../../../shared/endpoints.ts';
import { useCall, useStores } from '../../stores/context.ts';
import { go, routeHash } from '../../stores/route-store.ts';
import { inertLine } from '../../text/inert.ts';
import { endpoint as words } from '../../words/endpoints.ts';
import { undo as undoWords } from '../../words/undo.ts';

/** Nothing is deleted, and no vendor told, before the time to take it back is over. */
export function RemoveEndpoint({ endpoint }: { endpoint: Endpoint }) {
  const call = useCall();
  const { endpoints, deliveries, undo } = useStores();
  const { id } = endpoint;

  const remove = () => {
    undo.getState().offer({
      text: undoWords.deleted(inertLine(endpoint.name)),
      detail: undoWords.deletedText,
      hides: id,
      async commit() {
        const reply = await call('endpoint.delete', { endpointId: id });
        if (!reply.ok && reply.error.code !== 'not_found') return reply.error;
        endpoints.getState().apply({ id, deleted: true });
        return null;
      },
    });
    go('endpoints');
  };

  return (
    <section className="part endpoint-end">
      <a href={routeHash('deliveries')} onClick={() => deliveries.getState().load({ endpointId: id })}>
        {words.deliveries}
      </a>
      <button type="button" className="button danger" onClick={remove}>
        {words.delete}
      </button>
    </section>
  );
}
