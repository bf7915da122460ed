import { isLoopback } from '../../../shared/endpoints.ts';
import { TunnelError } from './tunnel.ts';

/**
 * A public address as a provider gave it, without a slash at its end.
 * @throws TunnelError `not_https` where secrets would travel in the clear, `tunnel_refused` where it is none
 */
export function requireSafe(address: string): string {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new TunnelError('tunnel_refused', 'The tunnel server gave no usable address.', 'later');
  }
  if (url.protocol === 'http:' && !isLoopback(address)) {
    throw new TunnelError(
      'not_https',
      'The public address is plain http: vendors accept only https, and secrets would travel in the clear. Choose another way in.',
      'never',
    );
  }
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
