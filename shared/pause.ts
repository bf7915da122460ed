export const pauses = ['quarter', 'hour', 'tomorrow'] as const;
export type Pause = (typeof pauses)[number];

const MINUTE = 60_000;
/** Up to this hour of the night, the day before is not over. */
const NIGHT_ENDS = 4;
const DAY_BEGINS = 8;

/** When a pause ends that is begun now, as ISO 8601. Tomorrow begins at 8:00 of this computer's time. */
export function pauseUntil(pause: Pause, now: Date): string {
  switch (pause) {
    case 'quarter':
      return new Date(now.getTime() + 15 * MINUTE).toISOString();
    case 'hour':
      return new Date(now.getTime() + 60 * MINUTE).toISOString();
    case 'tomorrow': {
      const day = now.getDate() + (now.getHours() < NIGHT_ENDS ? 0 : 1);
      return new Date(now.getFullYear(), now.getMonth(), day, DAY_BEGINS).toISOString();
    }
  }
}

/** @param now milliseconds since the epoch */
export function isPaused(pausedUntil: string | null, now: number): pausedUntil is string {
  return pausedUntil !== null && Date.parse(pausedUntil) > now;
}
