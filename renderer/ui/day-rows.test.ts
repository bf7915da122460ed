import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { dayKey } from '../text/time.ts';
import { withDays } from './day-rows.ts';

interface Row {
  at: string;
}

const now = Date.parse('2026-03-30T12:00:00Z');
const toItem = ({ at }: Row) => ({ key: at, height: 34 });
const rowsAt = (...times: number[]): Row[] => times.map((time) => ({ at: new Date(time).toISOString() }));

test('each local day begins with its separator, also where a clock is put forward', () => {
  const hour = 3_600_000;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: now - 40 * 24 * hour, max: now }), { maxLength: 60 }), (times) => {
      const rows = rowsAt(...times.toSorted((a, b) => b - a));
      const items = withDays(rows, ({ at }) => at, toItem, now);
      const days = items.filter((item) => 'day' in item);
      expect(days.map(({ key }) => key)).toEqual([...new Set(rows.map(({ at }) => `day-${dayKey(at)}`))]);
      let day = '';
      for (const item of items) {
        if ('day' in item) day = item.key;
        else expect(`day-${dayKey(item.key)}`).toBe(day);
      }
    }),
  );
});

test('what was made of a row is kept, and made anew of another', () => {
  const make = vi.fn(toItem);
  const rows = rowsAt(now, now - 1000);
  const first = withDays(rows, ({ at }) => at, make, now);
  const again = withDays([...rowsAt(now + 1000), ...rows], ({ at }) => at, make, now);
  expect(make).toHaveBeenCalledTimes(3);
  expect(again.slice(-2)).toEqual(first.slice(-2));
  expect(again.at(-1)).toBe(first.at(-1));
});

test('a time that cannot be read stands under a separator of its own', () => {
  const items = withDays([{ at: 'never' }, ...rowsAt(now)], ({ at }) => at, toItem, now);
  expect(items.map(({ key }) => key.startsWith('day-'))).toEqual([true, false, true, false]);
});
