import { parseSignature, verifies } from './signature.ts';
import { isInsideWindow, parseTimestamp } from './timestamp.ts';
import type { Call, SignatureCheck } from './vendor.ts';

/**
 * Checks a signature over `{timestamp}.{raw body}`, and then that the timestamp is near.
 * @param headers Their names, in lower case.
 * @param now Milliseconds since the epoch.
 */
export function checkTimestampedSignature(
  call: Call,
  headers: { signature: string; timestamp: string },
  secrets: readonly string[],
  now: number,
): SignatureCheck {
  if (!secrets.some(Boolean)) return { valid: false, reason: 'no_secret' };
  const sent = call.header(headers.signature);
  if (sent === undefined) return { valid: false, reason: 'signature_missing' };
  const signature = parseSignature(sent);
  if (!signature) return { valid: false, reason: 'signature_malformed' };

  // Never accepted, only named: without the timestamp in it, a signature can be replayed for ever.
  const signsBodyAlone = () => verifies(signature, secrets, call.body);

  const timestamp = call.header(headers.timestamp);
  if (timestamp === undefined) {
    return { valid: false, reason: signsBodyAlone() ? 'signature_without_timestamp' : 'timestamp_missing' };
  }
  const seconds = parseTimestamp(timestamp);
  if (seconds === undefined) return { valid: false, reason: 'timestamp_malformed' };
  if (!verifies(signature, secrets, `${timestamp}.`, call.body)) {
    return { valid: false, reason: signsBodyAlone() ? 'signature_without_timestamp' : 'signature_mismatch' };
  }
  if (!isInsideWindow(seconds, now)) return { valid: false, reason: 'timestamp_outside_window' };
  return { valid: true };
}
