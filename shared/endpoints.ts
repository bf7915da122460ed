import { z } from 'zod';
import type { WireError } from './errors.ts';
import type { EventKind } from './events.ts';

/** How an endpoint proves a delivery. `none` is the user's own word and shown in red. */
export const verifications = ['signature-timestamp', 'signature', 'header', 'none'] as const;
export type Verification = (typeof verifications)[number];

/** What registering does, in this order; a vendor has those that its API needs. */
export const registrationSteps = ['tunnel', 'access', 'switch', 'create', 'secret', 'test', 'clean'] as const;
export type RegistrationStep = (typeof registrationSteps)[number];

/** The vendor's record of our URL. */
export interface Registration {
  /** `pending`: under way, waiting for the vendor's test, or to be tried again. `failed`: only a person can help. */
  state: 'none' | 'pending' | 'registered' | 'failed';
  /** When a delivery last proved it, by arriving through the public path. ISO 8601, UTC. */
  confirmedAt?: string;
  /** Since when the vendor has this URL. */
  registeredAt?: string;
  /** The URL that the vendor has; differs from `publicUrl` until the vendor was told of a change. */
  url?: string;
  error?: WireError;
  /** When it is tried again by itself. */
  nextTryAt?: string;
  /** While it is under way, and after it failed: how far it came. */
  steps?: { step: RegistrationStep; state: 'waiting' | 'doing' | 'done' | 'failed' }[];
}

/** A thing at the vendor that deliveries are about, to choose from: a digital human. */
export interface RegistrationTarget {
  id: string;
  name: string;
  /** What tells it from another of the same name. */
  detail?: string;
}

/** A registration at the vendor that Greenroom has not made here. It is shown, and changed only when asked. */
export interface OtherRegistration {
  ref: string;
  url: string;
  createdAt?: string;
}

/** One delivery as the vendor's own log has it. */
export interface VendorLogEntry {
  id: string;
  type: string;
  delivered: boolean;
  /** The HTTP status that the vendor saw; null where there was no answer. */
  status: number | null;
  attempts: number;
  createdAt: string;
}

/** One configured place that a vendor delivers to. */
export interface Endpoint {
  id: string;
  vendor: string;
  name: string;
  enabled: boolean;
  /** Unguessable; the last part of the URL. */
  key: string;
  path: string;
  localUrl: string;
  publicUrl: string | null;
  verification: Verification;
  headerName?: string;
  hasSecret: boolean;
  hasCredentials: boolean;
  /** A secret is kept, but this host cannot read it: enter it again. */
  secretUnreadable?: true;
  options: EndpointOptions;
  registration: Registration;
  createdAt: string;
}

/** What the renderer must know of a vendor to guide a person; no renderer code names a vendor. */
export interface VendorInfo {
  id: string;
  /** As the vendor writes itself: `bitHuman`. */
  title: string;
  /** What this kind of endpoint is for: `Room joins and chat`. */
  subtitle: string;
  /** Where the user types the URL in, if there is such a page. */
  consoleUrl?: string;
  /** What to do at the vendor, one sentence a step. `{url}`, `{header}` stand for the endpoint's own values. */
  steps: string[];
  /** Which secrets this vendor can use; the first one is suggested. */
  secretKinds: ('secret' | 'header')[];
  /** The header name suggested for a new endpoint, where `header` is possible. */
  suggestedHeader?: string;
  /** How the vendor calls its signing secret: `sharedKey`. */
  secretLabel: string;
  /** How the vendor learns our URL: `api` with the credentials given, `by-hand` in its console. */
  registers: 'api' | 'by-hand';
  /** Sets of credentials, of which one is enough; the first is suggested. Empty where none is of use. */
  credentialSets: CredentialSet[];
  /** What the credentials are for, where they are not needed to register. */
  credentialsFor?: string;
  /** How the vendor calls what a registration is about, where one must be chosen: `digital human`. */
  targetLabel?: string;
  /** The vendor keeps a log of its deliveries that can be shown. */
  hasLog: boolean;
  /** Kinds for `sample.send`; the first is the default. */
  sampleKinds: EventKind[];
  /** A call that a person can send by hand; absent where there is none. */
  example?: VendorExample;
}

/** Fields of one of `EndpointCredentials`. */
export interface CredentialSet {
  fields: { name: 'apiSecret' | 'bearer' | 'email' | 'secretKey'; label: string }[];
  /** Where the user finds them. */
  hint: string;
}

/** What a shell snippet needs to sign one call. The signature is over the body, or `{timestamp}.{body}`, as hex HMAC-SHA256. */
export interface VendorExample {
  body: string;
  signature: { header: string; prefix: string; timestampHeader?: string };
}

const oneLine = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, 'must not hold control characters');

const httpToken = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** Of HTTP itself, and the one that marks our own samples, which no delivery is judged by. */
const reservedHeaders =
  /^(host|content-length|transfer-encoding|connection|expect|upgrade|te|trailer|x-greenroom-sample)$/i;

export const endpointName = z.string().trim().min(1, 'must not be empty').pipe(oneLine(80));

/** A signing secret, used as the HMAC key exactly as given. */
export const endpointSecret = z.string().min(1, 'must not be empty').max(4096);

export const endpointHeader = z.strictObject({
  name: z
    .string()
    .max(100)
    .regex(httpToken, 'must be an HTTP header name, such as X-Greenroom-Key')
    .refine((name) => !reservedHeaders.test(name), 'is a header with a meaning of its own; choose another'),
  value: z
    .string()
    .min(1, 'must not be empty')
    .max(4096)
    .regex(/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/, 'must be printable ASCII without spaces at its ends'),
});

const apiBase = z
  .url({ protocol: /^https?$/ })
  .refine((url) => /^https:/i.test(url) || isLoopback(url), 'must be https, except on this computer')
  // Options are shown and told to anyone who is let in; a secret has its own place.
  .refine((url) => !hasPassword(url), 'must not hold a name or password');

export const endpointOptions = z.strictObject({
  apiBase: apiBase.optional(),
  dataBase: apiBase.optional(),
  headId: oneLine(200).optional(),
  events: z.array(oneLine(100)).max(100).optional(),
});
export type EndpointOptions = z.infer<typeof endpointOptions>;

const oneCredential = z.string().min(1).max(8192);
export const endpointCredentials = z.union(
  [
    z.strictObject({ apiSecret: oneCredential }),
    z.strictObject({ bearer: oneCredential }),
    z.strictObject({ email: oneCredential, secretKey: oneCredential }),
  ],
  'must be {apiSecret}, {bearer} or {email, secretKey}',
);
export type EndpointCredentials = z.infer<typeof endpointCredentials>;

function hasPassword(url: string): boolean {
  const { username, password } = URL.parse(url) ?? {};
  return Boolean(username || password);
}

/** Whether an address is on this computer, whatever DNS says. */
export function isLoopback(url: string): boolean {
  const hostname = URL.parse(url)?.hostname ?? '';
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
