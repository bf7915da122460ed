import { parseSignature, verifies } from './signature.ts';
import type { Call, SignatureCheck } from './vendor.ts';

/** Checks a signature over the raw body alone. @param header Its name, in lower case. */
export function checkBodySignature(call: Call, header: string, secrets: readonly string[]): SignatureCheck {
  if (!secrets.some(Boolean)) return { valid: false, reason: 'no_secret' };
  const sent = call.header(header);
  if (sent === undefined) return { valid: false, reason: 'signature_missing' };
  const signature = parseSignature(sent);
  if (!signature) return { valid: false, reason: 'signature_malformed' };
  if (!verifies(signature, secrets, call.body)) return { valid: false, reason: 'signature_mismatch' };
  return { valid: true };
}
