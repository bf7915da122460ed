import { expect, test } from 'vitest';
import {
  ago,
  clockTime,
  dayKey,
  dayLabel,
  lengthInWords,
  runningTime,
  shortTime,
  untilTime,
} from './time.ts';

const local = (y: number, m: number, d: number, h = 12, min = 0, s = 0) =>
  new Date(y, m - 1, d, h, min, s).toISOString();
const now = Date.parse(local(2026, 3, 1, 0, 30));

test('a clock time has 24 hours and two digits each', () => {
  expect(clockTime(local(2026, 3, 1, 0, 5, 9))).toBe('00:05:09');
  expect(clockTime(local(2026, 3, 1, 14, 32, 8))).toBe('14:32:08');
});

test.each([
  [local(2026, 3, 1, 0, 1), 'Today'],
  [local(2026, 2, 28, 23, 59), 'Yesterday'],
  [local(2026, 2, 27), 'Fri 27 Feb'],
  [local(2025, 12, 31), '31 Dec 2025'],
  ['not a time', '–'],
])('the day of %s is %s', (iso, label) => {
  expect(dayLabel(iso, now).replace(',', '')).toBe(label);
});

test('days part at local midnight', () => {
  expect(dayKey(local(2026, 3, 1, 23, 59, 59))).toBe(dayKey(local(2026, 3, 1, 0, 0, 0)));
  expect(dayKey(local(2026, 3, 1, 0, 0, 0))).not.toBe(dayKey(local(2026, 2, 28, 23, 59, 59)));
});

test('a short time names the day only where it is another one', () => {
  expect(shortTime(local(2026, 3, 1, 0, 5, 9), now)).toBe('00:05:09');
  expect(shortTime(local(2026, 2, 28, 23, 5, 9), now)).toBe('Yesterday 23:05');
});

test.each([
  [-5000, '0:00'],
  [38_000, '0:38'],
  [665_999, '11:05'],
  [7_424_000, '2:03:44'],
])('%d ms run as %s', (milliseconds, text) => {
  expect(runningTime(milliseconds)).toBe(text);
});

test.each([
  [12_400, '12 s'],
  [360_000, '6 min'],
  [7_500_000, '2 h 5 min'],
  [7_200_000, '2 h'],
  [259_200_000, '3 days'],
])('%d ms last %s', (milliseconds, text) => {
  expect(lengthInWords(milliseconds)).toBe(text);
});

test('a clock that runs behind never says "in the future"', () => {
  expect(ago(new Date(now + 60_000).toISOString(), now)).toBe('just now');
  expect(ago(new Date(now - 12_000).toISOString(), now)).toBe('12 s ago');
});

test('a time that somebody chose has no seconds', () => {
  const now = new Date(2026, 10, 3, 12).getTime();
  expect(untilTime(new Date(2026, 10, 3, 14, 32, 8).toISOString(), now)).toBe('14:32');
  expect(untilTime(new Date(2026, 10, 4, 8).toISOString(), now)).toBe('Wed 4 Nov 08:00');
});
