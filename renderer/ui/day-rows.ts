import { dayKey, dayLabel } from '../text/time.ts';
import type { ListItem } from './VirtualList.tsx';

export interface DayItem extends ListItem {
  day: string;
}

/** Rows with a separator before the first of each local day. @param time Its time, ISO 8601. */
export function withDays<Row, Item extends ListItem>(
  rows: readonly Row[],
  time: (row: Row) => string,
  toItem: (row: Row) => Item,
  now: number,
  height = 30,
): (Item | DayItem)[] {
  const items: (Item | DayItem)[] = [];
  let day = '';
  for (const row of rows) {
    const key = dayKey(time(row));
    if (key !== day) items.push({ key: `day-${key}`, height, day: dayLabel(time(row), now) });
    day = key;
    items.push(toItem(row));
  }
  return items;
}
