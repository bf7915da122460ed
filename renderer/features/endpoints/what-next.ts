import type { Endpoint } from '../../../shared/endpoints.ts';
import type { DeliverySummary } from '../../../shared/events.ts';
import { needsSecret } from './needs-secret.ts';

export type WhatNext = 'secret' | 'sample' | 'connect' | 'waiting';

/**
 * What comes next for an endpoint that no vendor has delivered to; null where one has, and while that is not known.
 * @param newest the vendor's newest delivery; undefined while it is asked for
 * @param sampled a sample was received here
 * @param comesByItself the secret comes with the registration
 */
export function whatNext(
  endpoint: Pick<Endpoint, 'verification' | 'hasSecret' | 'registration'>,
  newest: DeliverySummary | null | undefined,
  sampled: boolean,
  comesByItself: boolean,
): WhatNext | null {
  if (newest !== null) return null;
  if (endpoint.registration.state === 'registered') return 'waiting';
  if (needsSecret(endpoint)) return comesByItself ? 'connect' : 'secret';
  return sampled ? 'connect' : 'sample';
}
