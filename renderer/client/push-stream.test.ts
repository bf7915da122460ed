import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLink } from './link.ts';
import { openPushStream } from './push-stream.ts';
import { FakeSource } from './testing.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function begin(newestSeq: () => Promise<number | undefined> = async () => 7) {
  const sources: FakeSource[] = [];
  const pushes: [string, unknown][] = [];
  const link = createLink('opening');
  let changed = () => {};
  const page = {
    visibilityState: 'visible' as DocumentVisibilityState,
    addEventListener: (_: string, fn: () => void) => {
      changed = fn;
    },
  };
  openPushStream({
    page: page as never,
    open(url) {
      const source = new FakeSource(url);
      sources.push(source);
      return source;
    },
    newestSeq,
    emit: (name, push) => pushes.push([name, push]),
    link,
  });
  await vi.advanceTimersByTimeAsync(0);
  const turn = async (state: DocumentVisibilityState) => {
    page.visibilityState = state;
    changed();
    await vi.advanceTimersByTimeAsync(0);
  };
  const last = () => sources.at(-1) as FakeSource;
  return { sources, pushes, link, turn, last };
}

test('it starts behind the newest event, and is up when the stream opens', async () => {
  const { last, link } = await begin();
  expect(last().url).toBe('/pushes?after=7');
  expect(link.get()).toBe('opening');
  last().opens();
  expect(link.get()).toBe('up');
});

test('an event that comes twice is told once', async () => {
  const { last, pushes } = await begin();
  for (const seq of [7, 8, 9, 8, 9, 10]) last().sends('feed', { seq });
  expect(pushes).toEqual([8, 9, 10].map((seq) => ['feed', { seq }]));
});

test('a lost connection shows as down until the browser has it back', async () => {
  const { sources, last, link } = await begin();
  last().opens();
  last().breaks(0);
  expect(link.get()).toBe('down');
  last().opens();
  expect(link.get()).toBe('up');
  expect(sources).toHaveLength(1);
});

test('after a refusal it opens anew behind what it heard', async () => {
  const { sources, last } = await begin();
  last().opens();
  last().sends('feed', { seq: 12 });
  last().breaks(2);
  await vi.advanceTimersByTimeAsync(500);
  expect(sources.map((source) => source.url)).toEqual(['/pushes?after=7', '/pushes?after=12']);
});

test('it keeps asking while nobody answers', async () => {
  let seq: number | undefined;
  const { sources, link } = await begin(async () => seq);
  expect(link.get()).toBe('down');
  seq = 3;
  await vi.advanceTimersByTimeAsync(500);
  expect(sources).toHaveLength(1);
});

test('a page hidden for long closes its stream and catches up on return', async () => {
  const { sources, last, turn, link } = await begin();
  last().opens();
  last().sends('feed', { seq: 20 });
  await turn('hidden');
  await vi.advanceTimersByTimeAsync(5000);
  expect(last().readyState).toBe(2);
  await turn('visible');
  expect(sources.map((source) => source.url)).toEqual(['/pushes?after=7', '/pushes?after=20']);
  last().opens();
  expect(link.get()).toBe('up');
});

test('a glance elsewhere changes nothing', async () => {
  const { sources, last, turn } = await begin();
  last().opens();
  await turn('hidden');
  await vi.advanceTimersByTimeAsync(1000);
  await turn('visible');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sources).toHaveLength(1);
  expect(last().readyState).toBe(1);
});

test('a reset moves the place to go on from', async () => {
  const { sources, last, pushes } = await begin();
  last().opens();
  last().sends('reset', { lastSeq: 9000 });
  expect(pushes).toEqual([['reset', { lastSeq: 9000 }]]);
  last().breaks(2);
  await vi.advanceTimersByTimeAsync(500);
  expect(sources.at(-1)?.url).toBe('/pushes?after=9000');
});
