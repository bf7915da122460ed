import type { ErrorCode } from '../../../shared/errors.ts';

/** What a person can do about a registration that failed. */
export type Help = 'credentials' | 'target' | 'way-in' | 'retry';

const helps: { [C in ErrorCode]?: Help } = {
  no_credentials: 'credentials',
  secret_unreadable: 'credentials',
  vendor_unauthorized: 'credentials',
  vendor_forbidden: 'credentials',
  choose_target: 'target',
  tunnel_off: 'way-in',
  tunnel_refused: 'way-in',
  tunnel_rate_limited: 'way-in',
  program_missing: 'way-in',
  token_missing: 'way-in',
  token_refused: 'way-in',
  not_https: 'way-in',
};

/** @param hasTarget something has to be chosen at this vendor, and may be gone there */
export function whatHelps(code: ErrorCode, hasTarget: boolean): Help {
  if (hasTarget && code === 'vendor_not_found') return 'target';
  return helps[code] ?? 'retry';
}
