import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPace } from './pace.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Tells as soon as it may, from a time on, for a while. @returns when each was told */
function tellAlways(pace: ReturnType<typeof createPace>, from: number, until: number): number[] {
  const told: number[] = [];
  for (let at = Math.max(from, pace.readyAt()); at < until; at = Math.max(at, pace.readyAt())) {
    pace.told(at);
    told.push(at);
  }
  return told;
}

test('the first is told at once, and in a calm each is', () => {
  const pace = createPace(true);
  for (let at = 0; at < 10 * 30 * minute; at += 30 * minute) {
    expect(pace.readyAt()).toBeLessThanOrEqual(at);
    pace.told(at);
  }
});

test('in a burst the pauses grow, and after it they shrink', () => {
  const pace = createPace(true);
  const told = tellAlways(pace, 0, 5 * minute);
  expect(told).toEqual([0, 1, 6, 26, 86, 206].map((seconds) => seconds * second));
  const later = 3 * hour;
  pace.told(later);
  expect(pace.readyAt() - later).toBe(second);
});

test('in any day under 40 are told, whatever the noise', () => {
  const quiet = fc.array(fc.integer({ min: 0, max: 6 * hour }), { maxLength: 40 });
  fc.assert(
    fc.property(quiet, (pauses) => {
      const pace = createPace(true);
      const told: number[] = [];
      let at = 0;
      for (const pause of [...pauses, 0, 0, 0, 0, 0, 0]) {
        at += pause;
        told.push(...tellAlways(pace, at, at + hour));
        at += hour;
      }
      for (const from of told) {
        expect(told.filter((one) => one >= from && one < from + day).length).toBeLessThan(40);
      }
    }),
  );
});

test('what must not be missed has no budget, and takes from that of the rest', () => {
  const prompt = createPace(false);
  expect(tellAlways(prompt, 0, day).length).toBeGreaterThan(60);
  const ordinary = createPace(true);
  for (let index = 0; index < 30; index += 1) ordinary.spend(0);
  expect(ordinary.readyAt()).toBe(hour);
});

test('two are never less than a second apart', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(fc.integer({ min: 0, max: 2 * minute })), (limited, waits) => {
      const pace = createPace(limited);
      let last = Number.NEGATIVE_INFINITY;
      let at = 0;
      for (const wait of waits) {
        at = Math.max(at + wait, pace.readyAt());
        expect(at - last).toBeGreaterThanOrEqual(second);
        pace.told(at);
        last = at;
      }
    }),
  );
});
