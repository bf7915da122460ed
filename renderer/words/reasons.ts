import type { RejectReason } from '../../shared/events.ts';
import { reasonsDe } from './de/reasons.ts';
import { inLanguage } from './language.ts';

export interface ReasonWords {
  /** For a row of a list. */
  short: string;
  /** What it means. */
  explained: string;
  /** What to do next. */
  next: string;
}

/** Why a delivery was refused, for people. */
export type Reasons = Record<RejectReason, ReasonWords>;

const en: Reasons = {
  no_secret: {
    short: 'No secret is set',
    explained: 'Without a secret nothing can be proved, so nothing is accepted.',
    next: 'Set the secret of this endpoint. Greenroom then offers to check this delivery again.',
  },
  header_missing: {
    short: 'The secret header is missing',
    explained: 'The call did not carry the header that proves it.',
    next: 'Add the header at the vendor, with the exact name and value that you chose here.',
  },
  header_mismatch: {
    short: 'The secret header has another value',
    explained: 'The header came, but not with the value kept here.',
    next: 'Copy the value to the vendor again, or set a new one here and there.',
  },
  signature_missing: {
    short: 'Not signed',
    explained: 'The call did not carry a signature.',
    next: 'Check that signing is on at the vendor, and that the call comes from there.',
  },
  signature_malformed: {
    short: 'The signature cannot be read',
    explained: 'The signature is not 64 hex digits, as it has to be.',
    next: 'Look at the header lines below; a proxy on the way may have changed them.',
  },
  signature_mismatch: {
    short: 'The signature does not fit',
    explained: 'It was signed with another secret, or the body was changed on the way.',
    next: 'Compare the secret at the vendor with the one kept here; set it again if in doubt.',
  },
  signature_without_timestamp: {
    short: 'Signed over the body without the timestamp',
    explained: 'Signed over the body without the timestamp: this looks like the dashboard kind.',
    next: 'The URL of this endpoint seems to be set in the dashboard. Make an endpoint of that kind and use its URL there.',
  },
  timestamp_missing: {
    short: 'The timestamp is missing',
    explained: 'The call is signed, but does not say when. An old call could be sent again this way.',
    next: 'Check that the call comes from the kind of vendor that this endpoint is for.',
  },
  timestamp_malformed: {
    short: 'The timestamp cannot be read',
    explained: 'The timestamp is not a number of seconds.',
    next: 'Look at the header lines below; a proxy on the way may have changed them.',
  },
  timestamp_outside_window: {
    short: 'Signed at another time',
    explained: 'The signature is valid, but its time is more than five minutes away.',
    next: 'Is the clock of this computer right? If it is, this is an old call that was sent again.',
  },
};

const reasons = inLanguage(en, reasonsDe);

export function explainReason(reason: RejectReason): ReasonWords {
  return reasons[reason];
}

/** What a button beside it does: the secret is entered again, or another kind of endpoint made. */
export function fixOfReason(reason: RejectReason): 'secret' | 'create' | 'endpoint' {
  if (reason === 'signature_without_timestamp') return 'create';
  return reason === 'no_secret' || reason.endsWith('_mismatch') ? 'secret' : 'endpoint';
}
