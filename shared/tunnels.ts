/** The public ways in. A provider is one file in `electron/core/tunnels` and one name here. */
export const tunnelProviders = ['off', 'localtunnel', 'ngrok', 'cloudflared', 'tailscale', 'url'] as const;
export type TunnelProvider = (typeof tunnelProviders)[number];

/** What the renderer must know of a provider to let a person choose. */
export interface TunnelInfo {
  id: TunnelProvider;
  /** As the provider writes itself. */
  title: string;
  /** One sentence: what it is and what it needs. */
  summary: string;
  /** Whether the public address stays the same over restarts. */
  stable: boolean;
  /** What a careful person must know before choosing it. */
  warning?: string;
  /** An access token that is kept with the secrets; `hasToken` says whether one is there. */
  token?: { label: string; url: string; hasToken: boolean };
  /** Which of the settings it reads. */
  uses: ('tunnelHost' | 'publicUrl' | 'tunnelDomain')[];
}
