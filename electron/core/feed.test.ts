import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Parsed } from '../../shared/contract.ts';
import type { FeedEvent } from '../../shared/events.ts';
import { createFeed } from './feed.ts';
import type { Push, Sink } from './ports.ts';

/** Only `seq` matters to the feed. */
const event = (seq: number) => ({ seq }) as FeedEvent;
const nothing = { deliveries: [], sessions: [], samples: [], reached: [] };
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A feed over a list of what is committed. */
function feedOver(count: number) {
  const stored = Array.from({ length: count }, (_, i) => event(i + 1));
  const asked: number[] = [];
  const page = async ({ after = 0, limit }: Parsed<'feed.page'>) => {
    asked.push(after);
    await turn();
    const found = stored.filter(({ seq }) => seq > after);
    return { events: found.slice(0, limit).reverse(), more: found.length > limit };
  };
  const feed = createFeed(count, page);
  return {
    feed,
    stored,
    asked,
    /** What is stored may be told later. */
    store(seqs: readonly number[]): void {
      stored.push(...seqs.map(event));
    },
    tell: (seqs: readonly number[]) => feed.committed({ ...nothing, events: seqs.map(event) }),
  };
}

function reader(feed: ReturnType<typeof createFeed>, after?: number, sink?: Sink) {
  const heard: Push[] = [];
  const stop = feed.subscribe(
    (push) => {
      heard.push(push);
      return sink?.(push);
    },
    [],
    after,
  );
  const seqs = () => heard.flatMap((push) => (push.name === 'feed' ? [push.value.seq] : []));
  const resets = () => heard.flatMap((push) => (push.name === 'reset' ? [push.value.lastSeq] : []));
  return { heard, stop, seqs, resets };
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

test('what is committed while a reader catches up comes once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(1200),
      fc.nat(1200),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.boolean()), { maxLength: 8 }),
      async (count, behind, commits) => {
        const { feed, store, tell, stored } = feedOver(count);
        const after = Math.max(0, count - behind);
        const one = reader(feed, after);
        const untold: number[] = [];
        for (const [size, wait] of commits) {
          const seqs = range(stored.length + 1, stored.length + size);
          store(seqs);
          untold.push(...seqs);
          if (wait) await turn();
          tell(untold.splice(0));
          if (wait) await turn();
        }
        await expect.poll(() => one.seqs().at(-1) ?? after, { interval: 1 }).toBe(stored.length);
        expect(one.seqs()).toEqual(range(after + 1, stored.length));
        expect(one.resets()).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});

describe('reset', () => {
  test.each([
    [6000, 999, [6000]],
    [6000, 1000, []],
    [10, 11, [10]],
    [10, 10, []],
    [0, 5, [0]],
    [0, 0, []],
  ])('with %d events and after %d', async (count, after, wanted) => {
    const { feed } = feedOver(count);
    const one = reader(feed, after);
    if (wanted.length === 0) await expect.poll(() => one.seqs().length, { interval: 1 }).toBe(count - after);
    await expect.poll(one.resets, { interval: 1 }).toEqual(wanted);
    if (wanted.length > 0) expect(one.seqs()).toEqual([]);
  });

  test('comes where the store cannot be read, and not to who has left', async () => {
    const feed = createFeed(5, () => Promise.reject(new Error('no thread')));
    const gone = reader(feed, 0);
    gone.stop();
    const one = reader(feed, 0);
    await expect.poll(one.resets, { interval: 1 }).toEqual([5]);
    expect(gone.heard).toEqual([]);
  });

  test('comes to all when another store begins, whose events count from the beginning', async () => {
    const { feed, tell } = feedOver(40);
    const live = reader(feed);
    const behind = reader(feed, 3);
    feed.beginAnew();
    tell([1, 2]);
    feed.resetAll();
    tell([3]);
    await turn();
    expect(feed.lastSeq()).toBe(3);
    expect(live.resets()).toEqual([2]);
    expect(live.seqs()).toEqual([3]);
    expect(behind.resets()).toEqual([2]);
    expect(behind.seqs().slice(-1)).toEqual([3]);
  });
});

test('without after, a reader hears from now on', () => {
  const { feed, tell } = feedOver(7);
  const one = reader(feed);
  tell([8]);
  expect(one.seqs()).toEqual([8]);
});

test('a slow reader is given no more than it has room for, and misses nothing', async () => {
  const { feed, store, tell, asked } = feedOver(1000);
  let room = () => {};
  const slow = reader(feed, 0, ({ name }) =>
    name === 'feed' ? new Promise<void>((resolve) => (room = resolve)) : undefined,
  );
  await expect.poll(slow.seqs, { interval: 1 }).toEqual([1]);
  for (const seq of range(1001, 1400)) {
    store([seq]);
    tell([seq]);
  }
  expect(slow.seqs()).toEqual([1]);
  expect(asked).toEqual([0]);
  while (slow.seqs().length < 1400) {
    room();
    await turn();
  }
  expect(slow.seqs()).toEqual(range(1, 1400));
});

test('events that retention has removed are not waited for', async () => {
  const { feed, stored, tell, store } = feedOver(100);
  stored.splice(0, 100);
  const one = reader(feed, 20);
  await turn();
  await turn();
  store([101]);
  tell([101]);
  expect(one.seqs()).toEqual([101]);
});

test('a commit is told as a screen needs it: sessions, events, deliveries; then nothing to who has left', () => {
  const { feed } = feedOver(0);
  const one = reader(feed);
  const changes = {
    sessions: [{ id: 's' }],
    events: [event(1)],
    deliveries: [{ id: 'd' }],
    samples: [],
    reached: [],
  };
  feed.committed(changes as never);
  one.stop();
  feed.committed({ ...nothing, events: [event(2)] });
  feed.push('reset', { lastSeq: 2 });
  expect(one.heard.map(({ name }) => name)).toEqual(['session', 'feed', 'delivery']);
});

test('events that were committed but never told are fetched from the store', async () => {
  const { feed, store, tell } = feedOver(3);
  const { seqs } = reader(feed);
  store([4, 5]);
  feed.missed(5);
  await expect.poll(seqs).toEqual([4, 5]);
  feed.missed(5);
  tell([6]);
  await expect.poll(seqs).toEqual([4, 5, 6]);
});

test('who read the store ahead of what was told is not sent back: no reset, no repeat', async () => {
  const { feed, store, tell } = feedOver(3);
  store([4, 5, 6]);
  const ahead = reader(feed, 5);
  tell([4, 5]);
  tell([6, 7]);
  store([7]);
  await expect.poll(ahead.seqs).toEqual([6, 7]);
  expect(ahead.resets()).toEqual([]);
});

test('what the store holds ahead of what was told is not given early, so that coming back finds it again', async () => {
  const { feed, store, tell } = feedOver(3);
  store([4, 5]);
  const first = reader(feed, 1);
  await expect.poll(first.seqs).toEqual([2, 3]);
  tell([4, 5]);
  await expect.poll(first.seqs).toEqual([2, 3, 4, 5]);
});
