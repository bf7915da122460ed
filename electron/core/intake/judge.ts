import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Verification } from '../../../shared/endpoints.ts';
import type { RejectReason } from '../../../shared/events.ts';
import type { Call, SignatureCheck, Vendor } from '../vendors/vendor.ts';

/** Hash of a secret header's value under a key of this data folder: what is kept in the value's place. */
export type KeyedHash = string;

export function keyedHash(key: Buffer, value: string): KeyedHash {
  return createHmac('sha256', key).update(value).digest('hex');
}

/** A call that can be judged at its arrival, and again later when only the hash of its secret header is left. */
export interface Judged extends Call {
  /** The keyed hash of a header's value; undefined where the header is absent. */
  hashOf(name: string): KeyedHash | undefined;
}

/** How one endpoint proves its deliveries; several secrets are active while one replaces another. */
export interface Proof {
  verification: Verification;
  secrets: readonly string[];
  header?: { name: string; valueHashes: readonly KeyedHash[] };
}

/**
 * Whether a call is what it claims to be. Pure: `now` is the time of arrival in milliseconds since the epoch.
 * Where both a header and a secret are set, the header must match and a signature that is present must verify.
 */
export function judge(call: Judged, proof: Proof, vendor: Vendor, now: number): SignatureCheck {
  if (proof.verification === 'none') return { valid: true };
  if (proof.verification !== 'header') {
    return proof.secrets.length === 0
      ? refused('no_secret')
      : vendor.checkSignature(call, proof.secrets, now);
  }
  if (!proof.header) return refused('no_secret');
  const came = call.hashOf(proof.header.name.toLowerCase());
  if (came === undefined) return refused('header_missing');
  if (!proof.header.valueHashes.some((hash) => equal(hash, came))) return refused('header_mismatch');
  if (proof.secrets.length > 0 && vendor.isSigned(call))
    return vendor.checkSignature(call, proof.secrets, now);
  return { valid: true };
}

function refused(reason: RejectReason): SignatureCheck {
  return { valid: false, reason };
}

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
