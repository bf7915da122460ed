import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Carried by our own samples alone; never kept. */
export const SAMPLE_HEADER = 'x-greenroom-sample';

/** A mark that only this run of Greenroom can make: a stranger cannot pass a delivery off as a sample. */
export function makeSampleMark(key: Buffer): string {
  const nonce = randomBytes(12).toString('hex');
  return `${nonce}.${sign(key, nonce)}`;
}

export function isSampleMark(key: Buffer, mark: string): boolean {
  const [nonce, mac] = mark.split('.');
  if (!nonce || !mac) return false;
  const wanted = Buffer.from(sign(key, nonce));
  const came = Buffer.from(mac);
  return wanted.length === came.length && timingSafeEqual(wanted, came);
}

function sign(key: Buffer, nonce: string): string {
  return createHmac('sha256', key).update(nonce).digest('hex');
}
