/** How far the vendor's time may be from ours, on both sides. */
const windowSeconds = 300;

/**
 * Unix seconds of a signed timestamp header; undefined unless it is digits and nothing else. Strict, since a
 * lenient reader sees `1780417371abc` as a fresh time, and `NaN` compares as inside every window.
 */
export function parseTimestamp(value: string): number | undefined {
  return /^\d{1,12}$/.test(value) ? Number(value) : undefined;
}

/** @param now Milliseconds since the epoch. */
export function isInsideWindow(seconds: number, now: number): boolean {
  return Math.abs(now - seconds * 1000) <= windowSeconds * 1000;
}
