import type { Endpoint } from '../../../shared/endpoints.ts';
import { useCall, useStores } from '../../stores/context.ts';
import { go } from '../../stores/route-store.ts';
import { inertLine } from '../../text/inert.ts';
import { undo as words } from '../../words/undo.ts';

/** Nothing is deleted, and no vendor told, before the time to take it back is over. */
export function useRemoveEndpoint(): (endpoint: Endpoint) => void {
  const call = useCall();
  const { endpoints, undo } = useStores();
  return ({ id, name }) => {
    undo.getState().offer({
      text: words.deleted(inertLine(name)),
      detail: words.deletedText,
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
}
