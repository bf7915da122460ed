import type { IncomingHttpHeaders } from 'node:http';
import { cookiesOf } from './cookies.ts';
import type { Sessions } from './sessions.ts';

/**
 * A name that resolves to this computer may belong to anybody (DNS rebinding): only its own names are answered.
 * The port is not compared, since an SSH forwarding may change it.
 */
export function isOurHost(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d{1,5})?$/i.test(host ?? '');
}

/** Ours, or absent: another site in the same browser sends its own. Same-site is not enough, since sites ignore ports. */
export function isOurOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  const from = headers['sec-fetch-site'];
  if (from !== undefined && from !== 'same-origin' && from !== 'none') return false;
  return origin === undefined || origin.toLowerCase() === `http://${host}`.toLowerCase();
}

/** By the run's token, or by the cookie that a one-time link has set. */
export function isAllowed(headers: IncomingHttpHeaders, sessions: Sessions, cookieName: string): boolean {
  const bearer = /^Bearer ([\w-]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return sessions.isToken(bearer);
  return cookiesOf(headers.cookie, cookieName).some(sessions.isSession);
}
