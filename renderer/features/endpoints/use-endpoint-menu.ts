import type { Endpoint } from '../../../shared/endpoints.ts';
import { useCall, useStores } from '../../stores/context.ts';
import type { MenuItem } from '../../stores/menu-store.ts';
import { go } from '../../stores/route-store.ts';
import { useCopy } from '../../ui/use-copy.ts';
import { explainError } from '../../words/errors.ts';
import { menu as words } from '../../words/menu.ts';
import { useRemoveEndpoint } from './use-remove-endpoint.ts';

/** What can be done with an endpoint from the list. */
export function useEndpointMenu(): (endpoint: Endpoint) => MenuItem[] {
  const call = useCall();
  const copy = useCopy();
  const { said } = useStores();
  const remove = useRemoveEndpoint();

  const sendSample = async (endpointId: string) => {
    const reply = await call('sample.send', { endpointId });
    said.getState().say(reply.ok ? words.sampleSent : explainError(reply.error).sentence);
  };

  return (endpoint) => [
    { id: 'open', label: words.openEndpoint, run: () => go('endpoints', endpoint.id) },
    { id: 'url', label: words.copyUrl, run: () => copy(endpoint.publicUrl ?? endpoint.localUrl) },
    ...(endpoint.enabled
      ? [{ id: 'sample', label: words.sendSample, run: () => sendSample(endpoint.id) }]
      : []),
    { id: 'delete', label: words.delete, danger: true, run: () => remove(endpoint) },
  ];
}
