const HOUR = 3_600_000;
const QUARTER = 900_000;
const DAY = 24 * HOUR;

export interface LocalSlot {
  /** Milliseconds since the epoch at which the slot's first quarter of an hour begins. */
  at: number;
  key: string;
}

/**
 * Days and hours as the clocks of a time zone have them. Asked for quarters of an hour, since some zones are off by that;
 * what a zone's clock shows is looked up twice a day, and in each quarter of a day in which it is changed.
 */
export function createLocalTime(timeZone: string) {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  /** Of a day of UTC; null where it changes in the course of it. */
  const days = new Map<number, number | null>();
  const quarters = new Map<number, number>();

  /** Milliseconds that the zone's clock is ahead of UTC. Zones change theirs at quarters of an hour at the finest. */
  function offsetAt(at: number): number {
    const day = Math.floor(at / DAY) * DAY;
    let offset = days.get(day);
    if (offset === undefined) {
      const first = lookUp(day);
      offset = first === lookUp(day + DAY - QUARTER) ? first : null;
      days.set(day, offset);
    }
    return offset ?? offsetOfQuarter(Math.floor(at / QUARTER) * QUARTER);
  }

  function offsetOfQuarter(at: number): number {
    const offset = quarters.get(at) ?? lookUp(at);
    quarters.set(at, offset);
    return offset;
  }

  function lookUp(at: number): number {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / 60_000) * 60_000;
  }

  const local = (at: number) => at + offsetAt(at);
  const keyOf = (at: number, unit: 'hour' | 'day') =>
    unit === 'hour'
      ? // An hour that the clock shows twice is two hours.
        `${Math.floor(local(at) / HOUR)} ${offsetAt(at)}`
      : String(Math.floor(local(at) / DAY));

  return {
    keyOf,
    /** 0: Monday. */
    weekday: (at: number) => (Math.floor(local(at) / DAY) + 3) % 7,
    hour: (at: number) => Math.floor(local(at) / HOUR) % 24,

    /** All slots that a period touches, without a gap, the first one from the period's own beginning. */
    slots(from: number, to: number, unit: 'hour' | 'day'): LocalSlot[] {
      const slots: LocalSlot[] = [];
      for (let at = from; at < to; at += QUARTER) {
        const key = keyOf(at, unit);
        if (slots.at(-1)?.key !== key) slots.push({ at, key });
      }
      return slots;
    },
  };
}

export type LocalTime = ReturnType<typeof createLocalTime>;
