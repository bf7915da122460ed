import type { TunnelInfo, TunnelProvider as TunnelName } from '../../../shared/tunnels.ts';
import { cloudflared } from './cloudflared.ts';
import { localtunnel } from './localtunnel.ts';
import { ngrok } from './ngrok.ts';
import { ownUrl } from './own-url.ts';
import { tailscale } from './tailscale.ts';
import type { TunnelProvider } from './tunnel.ts';

/** Every way in that Greenroom knows: a new one is one more line here. */
export const tunnels: readonly TunnelProvider[] = [localtunnel, ngrok, cloudflared, tailscale, ownUrl];

export const offInfo: Omit<TunnelInfo, 'token'> & { token?: never } = {
  id: 'off',
  title: 'None',
  summary: 'Deliveries arrive from this computer only.',
  stable: true,
  uses: [],
};

/** undefined for `off`. */
export function findTunnel(id: TunnelName): TunnelProvider | undefined {
  return tunnels.find(({ info }) => info.id === id);
}
