/** What a user calls "something happened": one normalised fact of the feed. */

export const eventKinds = [
  'session.joined',
  'session.started',
  'session.idle',
  'session.timed_out',
  'session.ended',
  'chat.message',
  'agent.ready',
  'agent.failed',
  'video.completed',
  'video.failed',
  'endpoint.test',
  'gap',
  'unknown',
] as const;

export type EventKind = (typeof eventKinds)[number];

/** Where an event came from: a vendor's delivery, our own signed sample, a vendor's API, or Greenroom itself. */
export type EventSource = 'delivery' | 'sample' | 'fetched' | 'app';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export type ChatRole = 'user' | 'assistant' | 'other';

/** What `data` holds for the kinds that Greenroom understands; other kinds carry what the vendor tells. */
export interface EventData {
  'session.joined': { room?: string; participants?: number };
  'chat.message': { role: ChatRole; text: string };
  'agent.failed': { reason: string };
  'video.failed': { reason: string };
  /**
   * Deliveries that were sent while nothing could arrive. `recovered` counts what was fetched instead;
   * `missed` what the vendor says it could not deliver, where it says so; `cause` which part was away.
   */
  gap: { from: string; to: string; recovered: number; missed?: number; cause: 'closed' | 'path' };
}

/** Who an `agentId` is, as far as the vendor tells. */
export interface Agent {
  agentId: string;
  name: string;
  /** Whether `agent.picture` has a picture. */
  hasPicture: boolean;
}

/** Times are ISO 8601 in UTC with milliseconds. `seq` is given by the database and only grows. */
export interface FeedEvent {
  seq: number;
  id: string;
  endpointId: string;
  vendor: string;
  kind: EventKind;
  source: EventSource;
  /** When it happened, by the vendor's clock; orders events within a session and nothing else. */
  occurredAt: string;
  /** When it reached this computer; rules retention, quiet time and what counts as live. */
  receivedAt: string;
  sessionId?: string;
  agentId?: string;
  data: JsonObject;
  deliveryId: string | null;
  verified: boolean;
  /** Its delivery was refused at first and verified after a secret was corrected. */
  late?: true;
}

export const verdicts = ['verified', 'unproved', 'rejected'] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a delivery was refused. The renderer explains each in words. */
export const rejectReasons = [
  'no_secret',
  'header_missing',
  'header_mismatch',
  'signature_missing',
  'signature_malformed',
  'signature_mismatch',
  /** Valid over the body alone where the timestamp must be signed too: looks like bitHuman's dashboard kind. */
  'signature_without_timestamp',
  'timestamp_missing',
  'timestamp_malformed',
  /** The signature is valid, the time is over 300 s away: is this computer's clock right? */
  'timestamp_outside_window',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

/** One HTTP call as received, without its bytes. */
export interface DeliverySummary {
  id: string;
  endpointId: string;
  vendor: string;
  receivedAt: string;
  verdict: Verdict;
  reason?: RejectReason;
  /** The HTTP status that we answered. */
  status: number;
  /** Length of the body. */
  bytes: number;
  answeredInMs: number;
  /** How often the same delivery came again. */
  duplicates: number;
  /** Came with the id of an earlier delivery, but another body. */
  conflict: boolean;
  eventSeqs: number[];
  /** What the delivery became, for lists. */
  kind?: EventKind;
  sample?: true;
  /** Refused at first, verified after a secret was corrected. */
  late?: true;
}

export interface Delivery extends DeliverySummary {
  /** In the order of the wire; secret values read `•••`. */
  headers: [name: string, value: string][];
  bodyBase64: string;
}

export type SessionState = 'live' | 'idle' | 'ended';

/** A run of events of one conversation, kept per endpoint. */
export interface Session {
  id: string;
  vendorSessionId: string;
  vendor: string;
  endpointId: string;
  agentId: string | null;
  room?: string;
  state: SessionState;
  startedAt: string;
  lastAt: string;
  endedAt?: string;
  /** Number of chat messages. */
  messages: number;
  participants?: number;
  /** The newest message, cut to 200 characters. */
  lastText?: { role: ChatRole; text: string };
  /** Holds samples only; left out of statistics. */
  sample?: true;
}
