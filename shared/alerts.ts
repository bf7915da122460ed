import { z } from 'zod';

/** An alert is a notice that the system shows: a native notification, or a web notification. */

export const alertTopics = [
  'joined',
  'started',
  'message',
  /** A message with a word that the user watches for. */
  'watched',
  'agents',
  'sessions',
  /** The way in, and the vendors' knowledge of it. */
  'connection',
  /** Greenroom cannot do its work: what arrives is not kept, or not read. */
  'trouble',
  /** Asked for by the user, to see whether alerts are shown. */
  'trial',
] as const;
export type AlertTopic = (typeof alertTopics)[number];

/** What a click on it opens. */
export type AlertTarget =
  | { screen: 'live' | 'connection' | 'settings' }
  | { screen: 'endpoints'; id: string }
  | { screen: 'settings'; id: 'alerts' | 'computer' }
  | { screen: 'sessions'; id: string };

export interface Alert {
  id: string;
  at: string;
  topic: AlertTopic;
  /** At most 80 characters on one line, free of control characters; plain text, never markup. */
  title: string;
  /** At most 200 characters on one line. */
  body: string;
  target: AlertTarget;
  /** What "mute" on it would mute; absent where there is nothing to mute. */
  mute?: Mute;
  /** How many happenings it tells of. */
  count: number;
  /** Not to be missed: the system keeps it on screen where it can. */
  urgent: boolean;
}

export const muteKinds = ['endpoint', 'agent', 'session'] as const;
export type MuteKind = (typeof muteKinds)[number];
export const mute = z.strictObject({ kind: z.enum(muteKinds), id: z.string().min(1).max(200) });
export type Mute = z.infer<typeof mute>;

/** Why something was not told. The renderer explains each in words. */
export const silentReasons = [
  /** Its topic is turned off in the settings. */
  'topic_off',
  /** Of a kind that is never told, such as a test. */
  'not_told',
  /** Said by the avatar, or by somebody who is not the user. */
  'not_a_user',
  /** Learned long after it happened. */
  'past',
  'muted_session',
  'muted_agent',
  'muted_endpoint',
  'paused',
  'quiet_hours',
  /** That very session was in front of the user. */
  'in_view',
] as const;
export type SilentReason = (typeof silentReasons)[number];

/** What became of a happening: told by itself, told with others, waiting to be told with others, or not told. */
export const alertOutcomes = ['told', 'gathered', 'waiting', 'silent'] as const;
export type AlertOutcome = (typeof alertOutcomes)[number];

/** One line of "why was I not told?". Equal ones that follow each other are one line with a count. */
export interface AlertDecision {
  id: string;
  /** When the newest of them was decided. */
  at: string;
  outcome: AlertOutcome;
  /** Only where it is `silent`. */
  reason?: SilentReason;
  /** What was, or would have been, the alert's title. */
  title: string;
  sessionId?: string;
  agentId?: string;
  endpointId?: string;
  /** The alert that told it. */
  alertId?: string;
  count: number;
  /** Whether the system showed it: `unheard` where nothing was there that could. Absent until that is known. */
  shown?: 'shown' | 'failed' | 'unheard';
}

/** Whether the system shows alerts. `untried`: none was needed since the start. */
export interface AlertsStatus {
  state: 'untried' | 'working' | 'unavailable';
  /** Why not, and what to do, for people. */
  reason?: string;
  /** Alerts since the user last looked at the window. */
  unread: number;
}

/** Longer than this without a sign of it, and an alert counts as not shown. Milliseconds. */
export const ALERT_SHOWN_MS = 5_000;
