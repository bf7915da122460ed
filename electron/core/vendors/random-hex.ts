import { randomBytes } from 'node:crypto';

/** Makes a sample unlike every other one, as real deliveries are. */
export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
