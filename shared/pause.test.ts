import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPaused, pauses, pauseUntil } from './pause.ts';

/** Of May 2026. */
const local = (day: number, hour: number, minute = 0) => new Date(2026, 4, day, hour, minute);

test.each([
  ['quarter', local(5, 23, 50), local(6, 0, 5)],
  ['hour', local(5, 14), local(5, 15)],
  ['tomorrow', local(5, 14), local(6, 8)],
  ['tomorrow', local(5, 23, 59), local(6, 8)],
  ['tomorrow', local(6, 0), local(6, 8)],
  ['tomorrow', local(6, 3, 59), local(6, 8)],
  ['tomorrow', local(6, 4), local(7, 8)],
  ['tomorrow', local(31, 9), new Date(2026, 5, 1, 8)],
  ['tomorrow', new Date(2026, 11, 31, 22), new Date(2027, 0, 1, 8)],
] as const)('%s, said at %s, ends at %s', (pause, now, end) => {
  expect(pauseUntil(pause, now)).toBe(end.toISOString());
});

test('whenever it is said: it ends later, and within 29 hours', () => {
  const times = fc.date({ min: new Date(2020, 0), max: new Date(2040, 0), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...pauses), times, (pause, now) => {
      const ms = Date.parse(pauseUntil(pause, now)) - now.getTime();
      expect(ms).toBeGreaterThan(0);
      expect(ms).toBeLessThanOrEqual(29 * 3_600_000);
    }),
  );
});

test('a pause is over at its end', () => {
  const until = new Date(1000).toISOString();
  expect([isPaused(null, 0), isPaused(until, 999), isPaused(until, 1000)]).toEqual([false, true, false]);
});
