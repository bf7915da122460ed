import { z } from 'zod';

const MiB = 1024 ** 2;

export const tunnelProviders = ['off', 'localtunnel', 'ngrok', 'cloudflared', 'tailscale', 'url'] as const;
export type TunnelProvider = (typeof tunnelProviders)[number];

const fields = {
  theme: z.enum(['system', 'light', 'dark']),
  /** Deliveries older than this are removed. */
  retentionDays: z.int().min(1).max(3650),
  /** When the store grows over this many bytes, the oldest deliveries are removed. */
  retentionBytes: z
    .int()
    .min(64 * MiB)
    .max(1024 ** 4),
  /** Without an end event, a session counts as ended after this quiet time. */
  sessionQuietMinutes: z
    .int()
    .min(1)
    .max(24 * 60),
  /** Larger bodies are refused with 413. */
  maxBodyBytes: z
    .int()
    .min(1024)
    .max(64 * MiB),
  tunnel: z.enum(tunnelProviders),
};

export const settingsSchema = z.strictObject(fields);
export const settingsPatch = settingsSchema.partial();
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  theme: 'system',
  retentionDays: 90,
  retentionBytes: 2048 * MiB,
  sessionQuietMinutes: 30,
  maxBodyBytes: MiB,
  tunnel: 'off',
};
