import { z } from 'zod';
import { mute } from './alerts.ts';
import { isLoopback } from './endpoints.ts';
import { languages } from './language.ts';
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

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 22:30');
export const MOST_MUTED = 500;

const fields = {
  theme: z.enum(['system', 'light', 'dark']),
  /** Of the window, the alerts, the tray and the menus; `system` follows what the browser or the system prefers. */
  language: z.enum(['system', ...languages]),
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

  /** Somebody joined a room. */
  alertJoined: z.boolean(),
  /** A conversation was started. */
  alertStarted: z.boolean(),
  /** What is said: nothing, what has a watched word in it, or all that users say. */
  alertChat: z.enum(['none', 'watched', 'users']),
  /** Words or phrases, whatever their case. */
  watchedWords: z.array(z.string().trim().min(1).max(60)).max(50),
  /** Agents and videos that are ready or have failed. */
  alertAgents: z.boolean(),
  /** Idle and ended sessions. */
  alertSessions: z.boolean(),
  /** The connection was lost, and is back. */
  alertConnection: z.boolean(),
  /** Whether alerts quote what was said; else they only name who. */
  alertText: z.boolean(),
  /** Every day, in this computer's local time; `from` after `to` means over midnight. Null: none. */
  quietHours: z
    .strictObject({ from: timeOfDay, to: timeOfDay })
    .refine(({ from, to }) => from !== to, 'must begin and end at different times')
    .nullable(),
  /** No alerts until then; null or a past time means that they are not paused. */
  pausedUntil: z.iso.datetime().nullable(),
  /** The newest 500. */
  muted: z.array(mute).max(MOST_MUTED),
  /** Whether the desktop app asks now and then if there is a newer version. */
  checkForUpdates: z.boolean(),
};

export const settingsSchema = z.strictObject(fields);
export const settingsPatch = settingsSchema.partial();
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  theme: 'system',
  language: 'system',
  retentionDays: 90,
  retentionBytes: 2048 * MiB,
  sessionQuietMinutes: 30,
  maxBodyBytes: MiB,
  tunnel: 'off',
  tunnelHost: null,
  publicUrl: null,
  tunnelDomain: null,
  registrationsOnQuit: 'auto',
  alertJoined: true,
  alertStarted: true,
  alertChat: 'none',
  watchedWords: [],
  alertAgents: false,
  alertSessions: false,
  alertConnection: true,
  alertText: false,
  quietHours: null,
  pausedUntil: null,
  muted: [],
  checkForUpdates: true,
};
