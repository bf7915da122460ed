import type { VendorInfo } from '../../../shared/endpoints.ts';
import type { EventKind, JsonObject, RejectReason } from '../../../shared/events.ts';
import type { VendorAccount, VendorApi, VendorDirectory } from './vendor-api.ts';

/** What a vendor file sees of one HTTP call: the bytes as they came, and the headers by lower-case name. */
export interface Call {
  /** The first value of a header, or undefined. Pass the name in lower case. */
  header(name: string): string | undefined;
  body: Buffer;
}

/** Whether a call's signature is right. */
export type SignatureCheck = { valid: true } | { valid: false; reason: RejectReason };

/** One normalised fact that a delivery tells, before it has a place in the feed. */
export interface Fact {
  kind: EventKind;
  /** Milliseconds since the epoch, by the vendor's clock; absent where the delivery names no usable time. */
  occurredAt?: number;
  vendorSessionId?: string;
  agentId?: string;
  data: JsonObject;
}

/** What a verified delivery says. */
export interface Reading {
  /** The vendor's own id of this delivery; without one, duplicates are equal bodies. */
  deliveryId?: string;
  /** Sent by the vendor's Test button: always an event, never a duplicate. */
  test: boolean;
  facts: Fact[];
}

/** A delivery as the vendor would send it, for samples, the demo and tests. */
export interface SignedCall {
  headers: Record<string, string>;
  body: Buffer;
}

/** What one moment of a made-up session says; a vendor file turns it into its own words. */
export interface Sample {
  kind: EventKind;
  /** Milliseconds since the epoch. */
  at: number;
  sessionId: string;
  agentId: string;
  role?: 'user' | 'assistant';
  text?: string;
}

/**
 * All that Greenroom knows of a vendor. Pure: clock and secrets are arguments.
 * A new vendor is one file that exports one of these, and one line in `registry.ts`.
 */
export interface Vendor {
  readonly info: VendorInfo;
  /** What a signing secret means here. */
  readonly signs: 'signature' | 'signature-timestamp';
  /** Whether a signature is present at all, right or wrong. */
  isSigned(call: Call): boolean;
  /**
   * Checks the call against each secret in turn; an empty secret never verifies. Never throws, whatever was sent.
   * @param now Milliseconds since the epoch: the time of arrival.
   */
  checkSignature(call: Call, secrets: readonly string[], now: number): SignatureCheck;
  /** Reads a verified call, tolerantly. What is not understood becomes one fact of kind `unknown`. Never throws. */
  read(call: Call): Reading;
  /** The wire form of a sample, unsigned; undefined where this vendor sends nothing of that kind. */
  sample(sample: Sample): SignedCall | undefined;
  /** Opens the vendor's API; absent where it has none. @throws AppError `no_credentials` where they are not of its kind */
  openApi?(account: VendorAccount): VendorApi;
  /** Who agents are, of a vendor whose registrations are made by hand. @throws AppError `no_credentials` */
  openDirectory?(account: VendorAccount): VendorDirectory;
  /** Adds the vendor's signature. @param now Milliseconds since the epoch. */
  signForTest(call: SignedCall, secret: string, now: number): SignedCall;
}
