import type { Endpoint } from '../../../shared/endpoints.ts';

/** Nothing could be proved yet, so every delivery is refused. */
export function needsSecret({
  verification,
  hasSecret,
}: Pick<Endpoint, 'verification' | 'hasSecret'>): boolean {
  return verification !== 'none' && !hasSecret;
}
