import type { DeliverySummary } from '../../../shared/events.ts';
import { useCall, useStores } from '../../stores/context.ts';
import type { MenuItem } from '../../stores/menu-store.ts';
import { go } from '../../stores/route-store.ts';
import { useCopy } from '../../ui/use-copy.ts';
import { explainError } from '../../words/errors.ts';
import { menu as words } from '../../words/menu.ts';
import { toCurl } from './curl.ts';
import { urlOf } from './url-of.ts';

/** What can be done with a delivery from the list. */
export function useDeliveryMenu(): (delivery: DeliverySummary) => MenuItem[] {
  const call = useCall();
  const copy = useCopy();
  const { deliveries, endpoints, said } = useStores();

  const copyCurl = async (deliveryId: string) => {
    const reply = await call('delivery.get', { deliveryId });
    if (!reply.ok) return said.getState().say(explainError(reply.error).sentence);
    await copy(toCurl(reply.value, urlOf(endpoints.getState().endpoints, reply.value.endpointId)));
  };
  const only = (part: Partial<Pick<DeliverySummary, 'endpointId' | 'verdict'>>) =>
    deliveries.getState().load({ ...deliveries.getState().filter, ...part });

  return ({ id, endpointId, verdict }) => [
    { id: 'open', label: words.openDelivery, run: () => go('deliveries', id) },
    { id: 'curl', label: words.copyCurl, run: () => copyCurl(id) },
    { id: 'id', label: words.copyDeliveryId, run: () => copy(id) },
    { id: 'endpoint', label: words.onlyEndpoint, run: () => only({ endpointId }) },
    { id: 'verdict', label: words.onlyVerdict, run: () => only({ verdict }) },
  ];
}
