import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import type { Delivery } from '../../../shared/events.ts';

/** How one part of the proof came. `unknown`: it could not be judged, since another part already failed. */
export type Came = 'fits' | 'differs' | 'missing' | 'unreadable' | 'body-alone' | 'unknown';

export type ProofLine =
  | { part: 'header'; header: string; came: Came }
  | { part: 'signature'; header: string; prefix: string; came: Came }
  /** @property apart seconds that it lies before the arrival; below zero it lies after it */
  | { part: 'timestamp'; header: string; came: Came; sentAt?: string; apart?: number }
  /** Over what the signature has to be. */
  | { part: 'signed'; over: 'body' | 'timestamp-and-body'; came: Came };

type Judged = Pick<Delivery, 'verdict' | 'reason' | 'headers' | 'receivedAt'>;

/**
 * What was expected of a delivery, as its endpoint is set now, and what came. Secrets are not needed for it, and no
 * signature is made: what came is what stands in the header lines.
 */
export function proofLines(
  delivery: Judged,
  endpoint: Pick<Endpoint, 'verification' | 'headerName'>,
  vendor: Pick<VendorInfo, 'example'> | undefined,
): ProofLine[] {
  const { verification, headerName } = endpoint;
  if (verification === 'none') return [];
  const scheme = vendor?.example?.signature;
  const lines: ProofLine[] = [];
  if (verification === 'header' && headerName !== undefined)
    lines.push({ part: 'header', header: headerName, came: ofHeader(delivery, headerName) });
  const isSigned = scheme !== undefined && headerValue(delivery, scheme.header) !== undefined;
  if (scheme && (verification !== 'header' || isSigned)) lines.push(...ofSignature(delivery, scheme));
  return lines;
}

function ofHeader(delivery: Judged, name: string): Came {
  if (delivery.reason === 'header_mismatch') return 'differs';
  if (headerValue(delivery, name) === undefined) return 'missing';
  const isPassed = delivery.verdict === 'verified' || /^(signature|timestamp)_/.test(delivery.reason ?? '');
  return isPassed ? 'fits' : 'unknown';
}

function ofSignature(
  delivery: Judged,
  { header, prefix, timestampHeader }: NonNullable<VendorInfo['example']>['signature'],
): ProofLine[] {
  const { reason, verdict } = delivery;
  const signature = headerValue(delivery, header);
  const isRead = signature !== undefined && /^(sha256=)?[0-9a-f]{64}$/i.test(signature);
  const signed = (): Came => {
    if (verdict === 'verified' || reason === 'timestamp_outside_window') return 'fits';
    if (reason === 'signature_without_timestamp') return 'body-alone';
    return reason === 'signature_mismatch' ? 'differs' : 'unknown';
  };
  const shape: Came = signature === undefined ? 'missing' : isRead ? 'fits' : 'unreadable';
  return [
    { part: 'signature', header, prefix, came: shape },
    ...(timestampHeader === undefined ? [] : [ofTimestamp(delivery, timestampHeader)]),
    {
      part: 'signed',
      over: timestampHeader === undefined ? 'body' : 'timestamp-and-body',
      came: signed(),
    },
  ];
}

/** Seconds: further away than this a call is refused. */
const windowSeconds = 300;

function ofTimestamp(delivery: Judged, header: string): ProofLine {
  const value = headerValue(delivery, header);
  const line = { part: 'timestamp' as const, header };
  if (value === undefined) return { ...line, came: 'missing' };
  if (!/^\d{1,12}$/.test(value)) return { ...line, came: 'unreadable' };
  const seconds = Number(value);
  const apart = Math.round(Date.parse(delivery.receivedAt) / 1000 - seconds);
  const came = Math.abs(apart) > windowSeconds ? 'differs' : 'fits';
  return { ...line, came, apart, ...(isDate(seconds) && { sentAt: new Date(seconds * 1000).toISOString() }) };
}

function isDate(seconds: number): boolean {
  return !Number.isNaN(new Date(seconds * 1000).getTime()) && seconds < 253_402_300_800;
}

function headerValue({ headers }: Judged, name: string): string | undefined {
  const lower = name.toLowerCase();
  return headers.find(([one]) => one.toLowerCase() === lower)?.[1];
}
