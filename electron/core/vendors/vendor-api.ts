import type {
  EndpointCredentials,
  EndpointOptions,
  OtherRegistration,
  RegistrationTarget,
  VendorLogEntry,
} from '../../../shared/endpoints.ts';
import { AppError, type ErrorCode } from '../../../shared/errors.ts';
import type { Fact } from './vendor.ts';

/** A registration as the vendor lists it. */
export interface ListedRegistration extends OtherRegistration {
  /** What it delivers, in the vendor's words; empty = all. */
  events: readonly string[];
  /** Of UNITH: which digital human. */
  target?: string;
  /** The vendor delivers to it now. */
  active: boolean;
  /** Where the vendor lets it be read back. */
  secret?: string;
}

/** What we want the vendor to hold. */
export interface WantedRegistration {
  url: string;
  /** In the vendor's words; empty = all. */
  events: readonly string[];
  /** A paused one is kept with its secret, and delivers nothing. */
  active: boolean;
}

/** Who somebody's `agentId` is. */
export interface VendorAgent {
  agentId: string;
  /** Other ids by which deliveries may name it. */
  alsoKnownAs: readonly string[];
  name: string;
  pictureUrl?: string;
}

/** A fact that was fetched instead of delivered, with what makes it the same fact when it is fetched again. */
export interface FetchedFact extends Fact {
  occurredAt: number;
  key: string;
  /** Left out where the feed already holds an event of this kind for this session or agent. */
  unlessTold: boolean;
}

/** What a vendor says of a time in which nothing could arrive; milliseconds since the epoch. */
export interface Missed {
  facts: FetchedFact[];
  /** Deliveries that the vendor could not make, where it says so. */
  missed?: number;
  /** Sessions that ended, of which what was said can be fetched. */
  transcripts: TranscriptOf[];
}

export interface TranscriptOf {
  vendorSessionId: string;
  /** In whose name it is kept, where the vendor needs that. */
  org?: string;
  agentId?: string;
}

/** Who agents are. */
export interface VendorDirectory {
  /** undefined where the vendor knows no such agent. */
  agent?(agentId: string): Promise<VendorAgent | undefined>;
  /** A picture's bytes; undefined where there is none that can be shown. */
  picture?(url: string): Promise<{ type: string; bytes: Buffer } | undefined>;
}

/**
 * One account at a vendor, over its HTTP API. Each call rejects with a `VendorError`, is bounded in time, and
 * follows no redirect. Optional abilities are optional members: absence means that the vendor does not offer them.
 */
export interface VendorApi extends VendorDirectory {
  /** The registration can be changed in place, and keeps its secret then. */
  readonly keepsSecret: boolean;
  /** What `events: []` stands for, in the vendor's words; empty where the vendor itself takes an empty list for all. */
  readonly allEvents: readonly string[];
  /** Proves the credentials, and does what must come before a registration delivers. */
  checkAccess(): Promise<void>;
  /** Switches the vendor's deliveries on, where that is a step of its own. */
  switchOn?(): Promise<void>;
  targets?(): Promise<RegistrationTarget[]>;
  /** Those of the chosen target, where there is one. */
  list(): Promise<ListedRegistration[]>;
  /** `ref` and `secret` where the answer holds them. */
  create(wanted: WantedRegistration): Promise<{ ref?: string; secret?: string }>;
  /** Present where `keepsSecret`. */
  update?(ref: string, wanted: WantedRegistration): Promise<void>;
  /** One that is already gone is no error. */
  remove(ref: string): Promise<void>;
  /** Makes the vendor deliver a test event, and waits for how it went. */
  test?(ref: string): Promise<{ delivered: boolean; status: number | null; attempts: number }>;
  log?(ref: string): Promise<VendorLogEntry[]>;
  /** @param ref of our registration */
  missed?(ref: string | undefined, from: number, to: number): Promise<Missed>;
  /** What was said in a session; empty where the vendor has nothing yet. */
  transcript?(of: TranscriptOf): Promise<FetchedFact[]>;
}

/** What a vendor file needs to open its API. */
export interface VendorAccount {
  credentials: EndpointCredentials;
  options: EndpointOptions;
}

/** Why a call to a vendor failed. The message is for people and holds no secret. */
export class VendorError extends AppError {
  /** Trying the same again later can help. */
  readonly mayPass: boolean;
  /** Asked for by the vendor; milliseconds. */
  readonly retryAfterMs?: number;
  /** It is not known whether the vendor has done what was asked. */
  readonly unknownOutcome: boolean;

  constructor(
    code: ErrorCode,
    message: string,
    how: { mayPass: boolean; retryAfterMs?: number; unknownOutcome?: boolean; cause?: unknown },
  ) {
    super(code, message, how.cause === undefined ? undefined : { cause: how.cause });
    this.name = 'VendorError';
    this.mayPass = how.mayPass;
    this.unknownOutcome = how.unknownOutcome ?? false;
    if (how.retryAfterMs !== undefined) this.retryAfterMs = how.retryAfterMs;
  }
}
