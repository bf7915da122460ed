import type { Delivery } from '../../../shared/events.ts';

/**
 * What a refused delivery tells of the settings at the vendor. `signed`: it is signed instead of carrying the header ·
 * `bare`: it carries neither · `other-value`: the header has another value · `other-signature`: signed with another
 * secret · `other`: something else, which its reason explains.
 */
export type Finding = 'signed' | 'bare' | 'other-value' | 'other-signature' | 'other';

/**
 * Null where it was not refused.
 * @param signatureHeader in which this vendor signs, where it can
 */
export function judgeArrival(
  { verdict, reason, headers }: Pick<Delivery, 'verdict' | 'reason' | 'headers'>,
  signatureHeader: string | undefined,
): Finding | null {
  if (verdict !== 'rejected') return null;
  const isSigned =
    signatureHeader !== undefined &&
    headers.some(([name]) => name.toLowerCase() === signatureHeader.toLowerCase());
  switch (reason) {
    case 'header_missing':
    case 'no_secret':
      return isSigned ? 'signed' : 'bare';
    case 'header_mismatch':
      return 'other-value';
    case 'signature_mismatch':
    case 'signature_malformed':
      return 'other-signature';
    default:
      return 'other';
  }
}
