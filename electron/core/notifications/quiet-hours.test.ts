import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isQuiet } from './quiet-hours.ts';

const night = { from: '22:00', to: '07:30' };
const noon = { from: '12:00', to: '13:00' };

test.each([
  [night, '21:59', false],
  [night, '22:00', true],
  [night, '23:59', true],
  [night, '00:00', true],
  [night, '07:29', true],
  [night, '07:30', false],
  [noon, '11:59', false],
  [noon, '12:00', true],
  [noon, '13:00', false],
  [null, '03:00', false],
] as const)('%j at %s: %s', (hours, time, quiet) => expect(isQuiet(hours, at(time))).toBe(quiet));

test('a day is quiet from the one time to the other, and loud for the rest', () => {
  const time = fc.integer({ min: 0, max: 1439 }).map(clock);
  fc.assert(
    fc.property(time, time, time, (from, to, now) => {
      fc.pre(from !== to);
      expect(isQuiet({ from, to }, at(now))).toBe(!isQuiet({ from: to, to: from }, at(now)));
    }),
  );
});

function at(time: string): Date {
  return new Date(`2026-03-04T${time}:00`);
}

function clock(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
