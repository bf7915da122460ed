import type { Endpoint } from '../../../shared/endpoints.ts';
import { useCall, useStores } from '../../stores/context.ts';
import { useAction } from '../../ui/use-action.ts';
import { makeHeaderValue } from '../endpoints/make-secret.ts';

/** Makes a header value here, sends it down once, and shows it until its card closes. */
export function useNewHeader(endpoint: Endpoint, name: string) {
  const call = useCall();
  const { endpoints, revealed } = useStores();
  const { busy, error, run } = useAction();

  const make = async () => {
    const header = { name, value: makeHeaderValue() };
    const changed = await run(() => call('endpoint.setSecret', { endpointId: endpoint.id, header }));
    if (!changed) return false;
    endpoints.getState().apply(changed);
    revealed.setState({ header: { endpointId: endpoint.id, ...header } });
    return true;
  };
  return { busy, error, make };
}
