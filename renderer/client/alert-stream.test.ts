import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Alert } from '../../shared/alerts.ts';
import { openAlertStream } from './alert-stream.ts';
import { FakeSource } from './testing.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function begin() {
  const sources: FakeSource[] = [];
  const heard: string[] = [];
  const end = openAlertStream(
    (url) => {
      const source = new FakeSource(url);
      sources.push(source);
      return source;
    },
    ({ id }: Alert) => heard.push(id),
  );
  const last = () => sources.at(-1) as FakeSource;
  return { sources, heard, end, last };
}

test('it asks for alerts only, and hands them on', () => {
  const { sources, heard, last } = begin();
  last().sends('alert', { id: 'a1' });
  last().sends('status', { id: 'no' });
  last().sends('alert', { id: 'a2' });
  expect(sources.map(({ url }) => url)).toEqual(['/pushes?only=alert']);
  expect(heard).toEqual(['a1', 'a2']);
});

test('what the browser mends by itself is left to it; after a refusal it opens anew', () => {
  const { sources, heard, last } = begin();
  last().opens();
  last().breaks(0);
  vi.advanceTimersByTime(60_000);
  expect(sources).toHaveLength(1);
  const first = last();
  first.breaks(2);
  vi.advanceTimersByTime(1000);
  expect(sources).toHaveLength(2);
  first.sends('alert', { id: 'late' });
  last().sends('alert', { id: 'a1' });
  expect(heard).toEqual(['a1']);
});

test('refused again and again, it waits longer each time, until it is let in', () => {
  const { sources, last } = begin();
  for (const pause of [1000, 2000, 5000, 15_000, 30_000, 30_000]) {
    const before = sources.length;
    last().breaks(2);
    vi.advanceTimersByTime(pause - 1);
    expect(sources).toHaveLength(before);
    vi.advanceTimersByTime(1);
    expect(sources).toHaveLength(before + 1);
  }
  last().opens();
  last().breaks(2);
  const before = sources.length;
  vi.advanceTimersByTime(1000);
  expect(sources).toHaveLength(before + 1);
});

test('ended, it hears and opens nothing more', () => {
  const { sources, heard, end, last } = begin();
  last().breaks(2);
  end();
  vi.advanceTimersByTime(60_000);
  last().sends('alert', { id: 'a1' });
  expect([sources.length, heard]).toEqual([1, []]);

  const other = begin();
  other.end();
  expect(other.last().readyState).toBe(2);
});
