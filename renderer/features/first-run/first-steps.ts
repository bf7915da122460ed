import type { Endpoint } from '../../../shared/endpoints.ts';

export const firstSteps = ['create', 'sample', 'connect'] as const;
export type FirstStep = (typeof firstSteps)[number];

export interface Progress {
  done: Record<FirstStep, boolean>;
  /** The first that is not done; null when all are. */
  next: FirstStep | null;
  /** Which endpoint the next step is about. */
  endpointId: string | null;
}

/**
 * How far the first steps have come. Where a vendor has delivered, the rest is done, whatever the way.
 * @param heard ids of endpoints that have received anything, samples too
 * @param reached ids of endpoints that a vendor has delivered to
 */
export function progressOf(
  endpoints: readonly Pick<Endpoint, 'id' | 'registration'>[],
  heard: ReadonlySet<string>,
  reached: ReadonlySet<string>,
): Progress {
  const isConnected = ({ id, registration }: Pick<Endpoint, 'id' | 'registration'>) =>
    registration.state === 'registered' || reached.has(id);
  const connect = endpoints.some(isConnected);
  const done = {
    create: endpoints.length > 0,
    sample: connect || endpoints.some(({ id }) => heard.has(id)),
    connect,
  };
  const next = firstSteps.find((step) => !done[step]) ?? null;
  const about = endpoints.find(({ id }) => heard.has(id)) ?? endpoints[0];
  return { done, next, endpointId: about?.id ?? null };
}
