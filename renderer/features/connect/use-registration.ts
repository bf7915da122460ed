import { useCall, useStores } from '../../stores/context.ts';
import { useAction } from '../../ui/use-action.ts';

type Verb = 'endpoint.register' | 'endpoint.unregister' | 'endpoint.test';

/** What a person can ask for; how it goes on shows in the endpoint itself, by pushes. */
export function useRegistration(endpointId: string) {
  const call = useCall();
  const { endpoints } = useStores();
  const { busy, error, run } = useAction();

  const ask = async (verb: Verb) => {
    const endpoint = await run(() => call(verb, { endpointId }));
    if (endpoint) endpoints.getState().apply(endpoint);
    return endpoint;
  };
  return {
    busy,
    error,
    register: () => ask('endpoint.register'),
    unregister: () => ask('endpoint.unregister'),
    test: () => ask('endpoint.test'),
  };
}
