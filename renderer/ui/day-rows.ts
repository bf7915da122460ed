import { dayLabel } from '../text/time.ts';
import type { ListItem } from './VirtualList.tsx';

export interface DayItem extends ListItem {
  day: string;
}

/** What rows were made into: a list that grows at 60 frames a second makes only what is new. */
const made = new WeakMap<object, WeakMap<object, unknown>>();

/**
 * Rows with a separator before the first of each local day.
 * @param time Its time, ISO 8601 in UTC.
 * @param toItem Pure, and the same function each time: what it made of a row is kept as long as the row is.
 */
export function withDays<Row extends object, Item extends ListItem>(
  rows: readonly Row[],
  time: (row: Row) => string,
  toItem: (row: Row) => Item,
  now: number,
  height = 30,
): (Item | DayItem)[] {
  const known = (made.get(toItem) ?? new WeakMap()) as WeakMap<Row, Item>;
  made.set(toItem, known);
  const items: (Item | DayItem)[] = [];
  let day: Day | undefined;
  for (const row of rows) {
    const at = time(row);
    if (!day || at < day.from || at >= day.to) {
      const next = dayOf(at);
      if (next.key !== day?.key) items.push({ key: `day-${next.key}`, height, day: dayLabel(at, now) });
      day = next;
    }
    let item = known.get(row);
    if (!item) {
      item = toItem(row);
      known.set(row, item);
    }
    items.push(item);
  }
  return items;
}

interface Day {
  key: string;
  /** Its bounds as texts, in the form of the times: comparing those costs less than reading each time. */
  from: string;
  to: string;
}

function dayOf(iso: string): Day {
  const date = new Date(iso);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  const key = `${year}-${month}-${day}`;
  if (Number.isNaN(date.getTime())) return { key, from: '', to: '' };
  return {
    key,
    from: new Date(year, month, day).toISOString(),
    to: new Date(year, month, day + 1).toISOString(),
  };
}
