import { z } from 'zod';
import { type Alert, type AlertDecision, mute } from './alerts.ts';
import type { Demo } from './demo.ts';
import {
  type Endpoint,
  endpointCredentials,
  endpointHeader,
  endpointName,
  endpointOptions,
  endpointSecret,
  type OtherRegistration,
  type RegistrationTarget,
  type VendorInfo,
  type VendorLogEntry,
  verifications,
} from './endpoints.ts';
import type { Reply } from './errors.ts';
import {
  type Agent,
  type Delivery,
  type DeliverySummary,
  eventKinds,
  type FeedEvent,
  type Session,
  verdicts,
} from './events.ts';
import { type Insights, insightsInput } from './insights.ts';
import { languages } from './language.ts';
import { type Settings, settingsPatch } from './settings.ts';
import type { Notice, Status } from './status.ts';
import { type TunnelInfo, tunnelProviders } from './tunnels.ts';

/**
 * All that crosses from the core to a person or program, on both hosts.
 * Commands go down with an input that is parsed here; values and pushes come back as plain data.
 */

const nothing = z.strictObject({});
const id = z.string().min(1).max(100);
const seq = z.int().min(0);
const limit = z.int().min(1).max(500).default(50);

const one = z.strictObject({ endpointId: id });

export const inputs = {
  'status.get': nothing,
  'vendor.list': nothing,

  'endpoint.create': z.strictObject({
    vendor: z.string().min(1).max(50),
    name: endpointName,
    secret: endpointSecret.optional(),
    header: endpointHeader.optional(),
    credentials: endpointCredentials.optional(),
    options: endpointOptions.optional(),
    verification: z.literal('none').optional(),
  }),
  'endpoint.list': nothing,
  'endpoint.update': z.strictObject({
    endpointId: id,
    name: endpointName.optional(),
    enabled: z.boolean().optional(),
    verification: z.enum(verifications).optional(),
    options: endpointOptions.optional(),
  }),
  'endpoint.setSecret': z.strictObject({
    endpointId: id,
    secret: endpointSecret.optional(),
    header: endpointHeader.optional(),
    credentials: endpointCredentials.optional(),
  }),
  'endpoint.delete': one,
  /** Opens the way in where there is none, makes the vendor deliver here, and proves it. */
  'endpoint.register': one,
  /** Takes our registration back at the vendor. */
  'endpoint.unregister': one,
  /** A test delivery through the public path: the vendor's own where it has one, else ours, signed. */
  'endpoint.test': one,

  /** What a registration can be about, to choose from. */
  'registration.targets': one,
  /** Registrations at the vendor that are not ours. */
  'registration.others': one,
  'registration.removeOther': z.strictObject({ endpointId: id, ref: id }),
  /** The vendor's own log of its deliveries to us, newest first. */
  'registration.log': one,

  'tunnel.list': nothing,
  /** Kept with the secrets; null removes it. */
  'tunnel.setToken': z.strictObject({
    provider: z.enum(tunnelProviders),
    token: z.string().trim().min(1).max(4096).nullable(),
  }),
  /** Tries or proves the way in now, without waiting for the next time. */
  'tunnel.retry': nothing,

  'agent.list': nothing,
  'agent.picture': z.strictObject({ agentId: z.string().min(1).max(200) }),

  'feed.page': z.strictObject({
    before: seq.optional(),
    after: seq.optional(),
    limit,
    endpointId: id.optional(),
    sessionId: id.optional(),
    kinds: z.array(z.enum(eventKinds)).min(1).max(eventKinds.length).optional(),
    vendor: id.optional(),
    agentId: z.string().min(1).max(200).optional(),
  }),
  'session.list': z.strictObject({
    before: id.optional(),
    limit,
    state: z.enum(['live', 'idle', 'ended']).optional(),
  }),
  'session.get': z.strictObject({ sessionId: id }),
  /**
   * Events of one session, newest first by `occurredAt`. `before` and `after` are the `seq` of a row at the end of what
   * is there; `around` is one that is to be amid the page. At most one of the three.
   */
  'session.events': z.strictObject({
    sessionId: id,
    before: seq.optional(),
    after: seq.optional(),
    around: seq.optional(),
    limit,
  }),

  'delivery.list': z.strictObject({
    before: id.optional(),
    limit,
    endpointId: id.optional(),
    verdict: z.enum(verdicts).optional(),
    /** What the delivery became. With it the newest are those that became it last. */
    kind: z.enum(eventKinds).optional(),
    /** Only those that came more than once. */
    repeated: z.literal(true).optional(),
  }),
  'delivery.get': z.strictObject({ deliveryId: id }),
  /**
   * Checks the refused deliveries of the last 24 h again with today's secrets, their timestamp judged at arrival.
   * With `apply` those that verify become events, marked late; without, they are only counted.
   */
  'delivery.recheck': z.strictObject({ endpointId: id, apply: z.boolean() }),

  /** Words, ids and names; sessions and deliveries, which are few, come with the first page only. */
  search: z.strictObject({ query: z.string().trim().min(1).max(500), before: seq.optional(), limit }),
  'insights.get': insightsInput,
  'sample.send': z.strictObject({ endpointId: id, kind: z.enum(eventKinds).optional() }),

  /** A made-up conversation of half a minute, through the real receiver, marked as samples. */
  'demo.play': nothing,
  'demo.stop': nothing,
  'demo.state': nothing,

  'settings.get': nothing,
  'settings.set': settingsPatch,

  /** Notices since the start, newest first. */
  'notice.list': nothing,

  /** Raises an alert, whatever the settings, to see whether the system shows it. */
  'alert.try': nothing,
  /** What a host's notifier met: whether the system showed it. */
  'alert.outcome': z.strictObject({
    alertId: id,
    shown: z.boolean(),
    reason: z.string().trim().min(1).max(300).optional(),
  }),
  /** The last decisions, told or silent, newest first. */
  'alert.decisions': nothing,
  'alert.mute': mute.extend({ muted: z.boolean() }),
  /**
   * What a window shows while it is focused and visible; told again every 30 s, forgotten after 60.
   * `viewer` is any name that the window keeps.
   */
  'attention.set': z.strictObject({
    viewer: id,
    focused: z.boolean(),
    sessionId: id.nullable(),
    /** That the window speaks: alerts then speak it, too, unless another was chosen. */
    language: z.enum(languages).optional(),
  }),

  /** Desktop only; elsewhere `not_available`. */
  'login.set': z.strictObject({ on: z.boolean() }),
  'update.check': nothing,
  'update.download': nothing,
  /** Ends the app, installs and starts again. */
  'update.install': nothing,
} satisfies Record<string, z.ZodType>;

interface Page {
  more: boolean;
}

export interface Values {
  'status.get': Status;
  'vendor.list': { vendors: VendorInfo[] };
  'endpoint.create': Endpoint;
  'endpoint.list': { endpoints: Endpoint[] };
  'endpoint.update': Endpoint;
  'endpoint.setSecret': Endpoint;
  'endpoint.delete': Record<string, never>;
  'endpoint.register': Endpoint;
  'endpoint.unregister': Endpoint;
  'endpoint.test': Endpoint;
  'registration.targets': { targets: RegistrationTarget[] };
  'registration.others': { others: OtherRegistration[] };
  'registration.removeOther': Record<string, never>;
  'registration.log': { entries: VendorLogEntry[] };
  'tunnel.list': { providers: TunnelInfo[] };
  'tunnel.setToken': Record<string, never>;
  'tunnel.retry': Status;
  'agent.list': { agents: Agent[] };
  /** As a data URL of an image; null where there is none. */
  'agent.picture': { picture: string | null };
  /** `reached`: with more beyond it, the `seq` up to which was looked; there the next page goes on, also after an empty one. */
  'feed.page': Page & { events: FeedEvent[]; reached?: number };
  'session.list': Page & { sessions: Session[] };
  'session.get': Page & { session: Session; events: FeedEvent[] };
  /** `more` in the direction asked for; of a page around a row: older ones. `newer` tells of newer ones there. */
  'session.events': Page & { events: FeedEvent[]; newer?: boolean };
  'delivery.list': Page & { deliveries: DeliverySummary[] };
  'delivery.get': Delivery;
  'delivery.recheck': { checked: number; verified: number };
  search: Page & { events: FeedEvent[]; sessions: Session[]; deliveries: DeliverySummary[] };
  'insights.get': Insights;
  'sample.send': { deliveryId: string };
  'demo.play': Demo;
  'demo.stop': Demo;
  'demo.state': Demo;
  'settings.get': Settings;
  'settings.set': Settings;
  'notice.list': { notices: Notice[] };
  'alert.try': { alertId: string };
  'alert.outcome': Record<string, never>;
  'alert.decisions': { decisions: AlertDecision[] };
  'alert.mute': Settings;
  'attention.set': Record<string, never>;
  'login.set': Status;
  'update.check': Status;
  'update.download': Status;
  'update.install': Status;
}

export type Command = keyof typeof inputs & keyof Values;
/** As a caller writes it: defaults may be left out. */
export type Input<C extends Command> = z.input<(typeof inputs)[C]>;
/** As the core gets it: parsed, defaults filled in. */
export type Parsed<C extends Command> = z.output<(typeof inputs)[C]>;
export type Value<C extends Command> = Values[C];

export function isCommand(name: string): name is Command {
  return Object.hasOwn(inputs, name);
}

/** Each carries the whole object. `feed` is ordered by `seq`; after `reset`, ask for the newest page again. */
export interface Pushes {
  feed: FeedEvent;
  status: Status;
  endpoint: Endpoint | { id: string; deleted: true };
  session: Session;
  delivery: DeliverySummary;
  settings: Settings;
  notice: Notice;
  alert: Alert;
  agent: Agent;
  reset: { lastSeq: number };
}

export type PushName = keyof Pushes;

export const pushNames = [
  'feed',
  'status',
  'endpoint',
  'session',
  'delivery',
  'settings',
  'notice',
  'alert',
  'agent',
  'reset',
] as const satisfies PushName[];

/** The two functions that a host gives the renderer. */
export interface Bridge {
  call<C extends Command>(name: C, input: Input<C>): Promise<Reply<Value<C>>>;
  on<P extends PushName>(name: P, fn: (push: Pushes[P]) => void): () => void;
}
