import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPaced } from './paced.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const ran: number[] = [];
  const begin = Date.now();
  const paced = createPaced(() => void ran.push(Date.now() - begin), 250);
  return { paced, ran };
}

test('runs at once, and the rest of a burst once, at its end', () => {
  const { paced, ran } = setUp();
  for (let i = 0; i < 100; i += 1) paced.ask();
  expect(ran).toEqual([0]);
  vi.advanceTimersByTime(5_000);
  expect(ran).toEqual([0, 250]);
});

test('under load it runs four times a second, and what came last is never left out', () => {
  const { paced, ran } = setUp();
  for (let at = 0; at < 1_000; at += 1) {
    paced.ask();
    vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(1_000);
  expect(ran).toEqual([0, 250, 500, 750, 1_000]);
});

test('after a pause it runs at once again', () => {
  const { paced, ran } = setUp();
  paced.ask();
  vi.advanceTimersByTime(250);
  paced.ask();
  expect(ran).toEqual([0, 250]);
});

test('it may be asked from within', () => {
  let runs = 0;
  const paced = createPaced(() => {
    runs += 1;
    if (runs < 3) paced.ask();
  }, 250);
  paced.ask();
  expect(runs).toBe(1);
  vi.advanceTimersByTime(10_000);
  expect(runs).toBe(3);
});

test('stopped, it does no more', () => {
  const { paced, ran } = setUp();
  paced.ask();
  paced.ask();
  paced.stop();
  vi.advanceTimersByTime(10_000);
  expect(ran).toEqual([0]);
});
