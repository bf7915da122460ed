import type { Again } from './tunnel.ts';

const SECOND = 1000;
/** Counted from the beginning of each try, so that one that hung adds nothing. */
const PAUSES_MS = [1 * SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND] as const;
const LATER_MS = 60 * SECOND;
const HOUR_MS = 3600 * SECOND;
/** Servers block who asks for more than a hundred tunnels an hour. */
const OPENS_AN_HOUR = 80;
/** After so many in vain, what is left of the hour is spread over it: a long outage must not end with none left. */
const THRIFT_AFTER = 40;
const THRIFT_MS = HOUR_MS / (OPENS_AN_HOUR - THRIFT_AFTER);
/** A person, or a network that comes and goes, cannot make us faster than this. */
const SHORTEST_MS = 1 * SECOND;

/** What has been tried, as far as it rules when the next try may begin. Times in milliseconds since the epoch. */
export interface Pace {
  failures: number;
  /** When the last try began. */
  began: number;
  /** When tunnels were asked for, oldest first; no more than an hour of them. */
  opens: readonly number[];
  /** Who sent us away with "later", and until when. */
  refused?: { by: string; until: number };
}

/** `hurried`: somebody asks for it, or the network has changed. `chosen`: another way in, or the first one. */
export type Hurry = 'none' | 'hurried' | 'chosen';

export const unhurriedPace: Pace = { failures: 0, began: Number.NEGATIVE_INFINITY, opens: [] };

/** A tunnel is asked for now. */
export function noteOpen(pace: Pace, now: number): Pace {
  return { ...pace, opens: [...pace.opens.filter((at) => now - at < HOUR_MS), now] };
}

/** @param by whose answer it is: another way in does not wait for it */
export function noteFailure(pace: Pace, now: number, again: Again, by: string): Pace {
  const failed = { ...pace, failures: pace.failures + 1 };
  return again === 'later' ? { ...failed, refused: { by, until: now + LATER_MS } } : failed;
}

/** When the next try may begin. What protects the server counts however much it is hurried. */
export function nextTry(pace: Pace, now: number, hurry: Hurry, by: string): number {
  const opens = pace.opens.filter((at) => now - at < HOUR_MS);
  const blocked = opens.at(-OPENS_AN_HOUR);
  const isInVain = pace.failures >= THRIFT_AFTER && opens.length >= THRIFT_AFTER;
  const spared = hurry === 'none' && isInVain ? opens.at(-1) : undefined;
  return Math.max(
    pace.began + pauseOf(pace, hurry),
    blocked === undefined ? 0 : blocked + HOUR_MS,
    spared === undefined ? 0 : spared + THRIFT_MS,
    pace.refused?.by === by ? pace.refused.until : 0,
  );
}

function pauseOf({ failures }: Pace, hurry: Hurry): number {
  if (hurry === 'chosen') return 0;
  if (hurry === 'hurried') return SHORTEST_MS;
  return PAUSES_MS[Math.min(Math.max(failures, 1), PAUSES_MS.length) - 1] ?? SHORTEST_MS;
}

/** The same at another reading of the clock, which was set by this many milliseconds. */
export function shiftPace(pace: Pace, by: number): Pace {
  return {
    ...pace,
    began: pace.began + by,
    opens: pace.opens.map((at) => at + by),
    ...(pace.refused && { refused: { ...pace.refused, until: pace.refused.until + by } }),
  };
}
