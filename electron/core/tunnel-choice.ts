import type { Settings } from '../../shared/settings.ts';
import type { TunnelProvider } from '../../shared/tunnels.ts';
import type { RunOptions } from './ports.ts';
import type { TunnelConfig } from './tunnels/tunnel.ts';

export interface TunnelChoice {
  provider: TunnelProvider;
  config: Omit<TunnelConfig, 'token' | 'thread'>;
}

/** Which way in, and with what: an option counts before the setting. */
export function chooseTunnel(options: RunOptions, settings: Settings): TunnelChoice {
  const host = options.tunnelHost ?? settings.tunnelHost;
  const publicUrl = options.publicUrl ?? settings.publicUrl;
  const domain = settings.tunnelDomain;
  return {
    provider: options.tunnel ?? (options.publicUrl === undefined ? settings.tunnel : 'url'),
    config: {
      ...(host !== null && { host }),
      ...(publicUrl !== null && { publicUrl }),
      ...(domain !== null && { domain }),
    },
  };
}
