import type { Endpoint } from '../../../shared/endpoints.ts';

/** Where an endpoint that is gone was, as far as it can still be said. */
const someUrl = 'http://127.0.0.1/hooks/…';

/** Where a delivery can be sent again. */
export function urlOf(endpoints: readonly Endpoint[], endpointId: string): string {
  return endpoints.find(({ id }) => id === endpointId)?.localUrl ?? someUrl;
}
