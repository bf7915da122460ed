import { z } from 'zod';
import { isLoopback } from './endpoints.ts';
import { tunnelProviders } from './tunnels.ts';

const MiB = 1024 ** 2;

/** An address of somebody's own server, without a slash at its end. Plain http only to this computer. */
const ownAddress = z
  .url({ protocol: /^https?$/ })
  .refine((url) => /^https:/i.test(url) || isLoopback(url), 'must be https, except on this computer')
  .refine((url) => isPlain(url), 'must not hold a name, password, query or fragment')
  .transform((url) => url.replace(/\/+$/, ''));

function isPlain(url: string): boolean {
  const { username, password, search, hash } = URL.parse(url) ?? {};
  return !username && !password && !search && !hash;
}

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
  /** The public way in; `off` until the first registration. */
  tunnel: z.enum(tunnelProviders),
  /** An own localtunnel server; null means the public one. */
  tunnelHost: ownAddress.nullable(),
  /** An own public address that leads to the receiver, for the provider `url`. */
  publicUrl: ownAddress.nullable(),
  /** A domain that the ngrok account owns; null lets ngrok choose. */
  tunnelDomain: z
    .string()
    .regex(
      /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i,
      'must be a domain such as me.ngrok.app',
    )
    .nullable(),
  /**
   * What becomes of registrations on a clean quit. `auto` keeps them where the address stays the same, and removes them
   * where the next start gets another.
   */
  registrationsOnQuit: z.enum(['auto', 'keep', 'remove']),
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
  tunnelHost: null,
  publicUrl: null,
  tunnelDomain: null,
  registrationsOnQuit: 'auto',
};
