import { z } from 'zod';

/** What happened over a period, in figures. Samples are left out. */

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const insightsInput = z.strictObject({
  /** From the quarter of an hour that holds this; null: from the beginning. */
  from: z.iso.datetime().nullable(),
  /** Exclusive. */
  to: z.iso.datetime(),
  /** In which days and hours are told, such as `Europe/Berlin`. */
  timeZone: z.string().max(64).refine(isTimeZone, 'is not a time zone'),
  endpointId: z.string().min(1).max(100).optional(),
});

/** An hour of the day or a day, as the clocks of the time zone have it. */
export interface InsightPoint {
  /** When it begins, ISO 8601. */
  at: string;
  /** Sessions that began. */
  sessions: number;
  joins: number;
  messages: number;
  /** The most sessions at one time. */
  concurrent: number;
}

export interface InsightTotals {
  sessions: number;
  joins: number;
  messages: number;
  /** Agents and videos. */
  failed: number;
}

/** Of times. In milliseconds; null where there is none. */
export interface Spread {
  count: number;
  median: number | null;
  p90: number | null;
}

export interface Insights {
  from: string;
  to: string;
  /** Counts are being made anew, and much is not in them yet. */
  counting: boolean;
  unit: 'hour' | 'day';
  /** Without a gap, the oldest first; at most 1,100. */
  points: InsightPoint[];
  totals: InsightTotals;
  /** Of the period of the same length before; null where that is before the beginning. */
  before: InsightTotals | null;
  /** How long sessions last that have ended. */
  lengths: Spread & { bars: { upToMs: number | null; count: number }[] };
  /** From what a user says to the avatar's next words. */
  pace: Spread;
  /** The busiest ten. */
  agents: { agentId: string; sessions: number; messages: number }[];
  /** Joins and messages by day of the week, Monday first, and hour of the day. */
  week: number[][];
  deliveries: {
    verified: number;
    unproved: number;
    rejected: number;
    /** Deliveries that came again. */
    duplicates: number;
    answers: Spread & { p99: number | null };
  };
}
