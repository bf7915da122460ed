import type { Clock } from '../clock.ts';

/** A clock that stands still until it is told to go on. */
export function manualClock(start: number) {
  let now = start;
  let waiting: { at: number; fn: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after(ms, fn) {
      const one = { at: now + ms, fn };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
  };
  return {
    clock,
    set(at: number): void {
      now = at;
    },
    /** How long until each thing that waits, the next one first; milliseconds. */
    due: () => waiting.map(({ at }) => at - now).sort((a, b) => a - b),
    /** Goes on to the next thing that waits, and does it. */
    next(): void {
      const [first] = waiting.toSorted((a, b) => a.at - b.at);
      if (!first) throw new Error('nothing waits');
      waiting = waiting.filter((other) => other !== first);
      now = Math.max(now, first.at);
      first.fn();
    },
  };
}
