const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The pause after an alert, by how many came shortly before it. */
const pauses = [SECOND, 5 * SECOND, 20 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 20 * MINUTE];
/** So long without one, and one fewer counts. */
const CALMS_AFTER = 10 * MINUTE;

/** So many at once, and then one an hour: under 40 in any 24 hours, whatever happens. */
const BUDGET = 14;
const REFILL = HOUR;
/** With fewer left, the pauses grow, so that the last ones lie evenly. */
const SCARCE = 6;
const SCARCE_PAUSE = 10 * MINUTE;

/** Keeps alerts apart: the calmer it was, the sooner the next one may come. Times in ms. */
export interface Pace {
  /** When the next one may be told, at the earliest. */
  readyAt(): number;
  told(at: number): void;
  /** Something else was told: it takes from the same budget. */
  spend(at: number): void;
}

/** @param limited whether there is a budget for the day; what must not be missed has none */
export function createPace(limited: boolean): Pace {
  let lastAt = Number.NEGATIVE_INFINITY;
  let crowd = 0;
  let budget = BUDGET;
  let budgetAt = Number.NEGATIVE_INFINITY;

  function take(at: number): void {
    const refilled = budgetAt === Number.NEGATIVE_INFINITY ? 0 : Math.max(0, at - budgetAt) / REFILL;
    budget = Math.max(0, Math.min(BUDGET, budget + refilled) - 1);
    budgetAt = at;
  }

  function budgetReadyAt(): number {
    if (!limited || budgetAt === Number.NEGATIVE_INFINITY) return Number.NEGATIVE_INFINITY;
    const whole = budgetAt + Math.max(0, 1 - budget) * REFILL;
    return Math.max(whole, lastAt + Math.max(0, SCARCE - budget) * SCARCE_PAUSE);
  }

  return {
    readyAt() {
      const pause = pauses[Math.min(Math.max(0, crowd - 1), pauses.length - 1)] ?? 0;
      return Math.max(lastAt + pause, budgetReadyAt());
    },
    told(at) {
      crowd = Math.max(0, crowd - Math.floor((at - lastAt) / CALMS_AFTER)) + 1;
      lastAt = at;
      take(at);
    },
    spend: take,
  };
}
