import type { Again } from './tunnel.ts';

const SECOND = 1000;
/** Counted from the beginning of each try, so that one that hung adds nothing. */
const PAUSES_MS = [1 * SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND];
const LATER_MS = 60 * SECOND;
const HOUR_MS = 3600 * SECOND;
const OPENS_AN_HOUR = 80;
/** A person, or a network that comes and goes, cannot make us faster than this. */
const SHORTEST_MS = 1 * SECOND;

/** When the next try may begin. Pure but for what it is told; times in milliseconds. */
export function createPace() {
  let failures = 0;
  let began = Number.NEGATIVE_INFINITY;
  let notBefore = Number.NEGATIVE_INFINITY;
  let opens: number[] = [];

  return {
    tried(now: number): void {
      began = now;
    },

    /** A tunnel was asked for: servers block who asks too often. */
    opened(now: number): void {
      opens = [...opens.filter((at) => now - at < HOUR_MS && at <= now), now];
    },

    failed(now: number, again: Again): void {
      failures++;
      if (again === 'later') notBefore = now + LATER_MS;
    },

    succeeded(): void {
      failures = 0;
    },

    /** @param hurried somebody asks for it now, or the network has changed: only what protects the server counts */
    next(now: number, hurried: boolean): number {
      const pause = hurried
        ? SHORTEST_MS
        : (PAUSES_MS[Math.min(Math.max(failures, 1), PAUSES_MS.length) - 1] ?? SHORTEST_MS);
      // A clock that was set back puts no try further away than its pause.
      const usual = Math.min(began, now) + pause;
      const [oldest] = opens;
      const allowed = opens.length >= OPENS_AN_HOUR && oldest !== undefined ? oldest + HOUR_MS : 0;
      const long = Math.min(notBefore, now + LATER_MS);
      return Math.max(usual, long, Math.min(allowed, now + HOUR_MS));
    },
  };
}

export type Pace = ReturnType<typeof createPace>;
