import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLocalTime } from './local-time.ts';

const HOUR = 3_600_000;
const QUARTER = 900_000;

test('days are those of the zone, also where a clock is set', () => {
  const berlin = createLocalTime('Europe/Berlin');
  const slots = berlin.slots(Date.UTC(2026, 2, 27, 23), Date.UTC(2026, 2, 30, 22), 'day');
  expect(slots.map(({ at }) => new Date(at).toISOString())).toEqual([
    '2026-03-27T23:00:00.000Z',
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
  ]);
});

test('an hour that the clock shows twice is two, and one that it leaves out is none', () => {
  const berlin = createLocalTime('Europe/Berlin');
  expect(berlin.slots(Date.UTC(2026, 9, 24, 22), Date.UTC(2026, 9, 25, 23), 'hour')).toHaveLength(25);
  expect(berlin.slots(Date.UTC(2026, 2, 28, 23), Date.UTC(2026, 2, 29, 22), 'hour')).toHaveLength(23);
});

test('zones that are off by quarters of an hour', () => {
  const nepal = createLocalTime('Asia/Kathmandu');
  expect(nepal.hour(Date.UTC(2026, 0, 5, 18, 15))).toBe(0);
  expect(nepal.weekday(Date.UTC(2026, 0, 5, 18, 0))).toBe(0);
  expect(nepal.weekday(Date.UTC(2026, 0, 5, 18, 15))).toBe(1);
});

test('in any zone: what the clock shows, and each quarter in the slot that its key names', () => {
  const zones = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
  );
  const quarters = fc
    .integer({ min: Date.UTC(2020, 0) / QUARTER, max: Date.UTC(2030, 0) / QUARTER })
    .map((n) => n * QUARTER);
  fc.assert(
    fc.property(zones, quarters, (timeZone, at) => {
      const zone = createLocalTime(timeZone);
      const shown = new Intl.DateTimeFormat('en', {
        timeZone,
        hour: 'numeric',
        hourCycle: 'h23',
        weekday: 'short',
      }).formatToParts(at);
      const part = (type: string) => shown.find((one) => one.type === type)?.value;
      expect(zone.hour(at)).toBe(Number(part('hour')));
      expect(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][zone.weekday(at)]).toBe(part('weekday'));
      for (const unit of ['hour', 'day'] as const) {
        const slots = zone.slots(at, at + 30 * HOUR, unit);
        expect(new Set(slots.map(({ key }) => key)).size).toBe(slots.length);
        expect(slots.every((slot) => zone.keyOf(slot.at, unit) === slot.key)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
