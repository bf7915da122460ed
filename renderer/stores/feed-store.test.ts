import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FeedEvent } from '../../shared/events.ts';
import { createFeedStore } from './feed-store.ts';
import { aFeed, anEvent, deferred, fakeCall } from './testing.ts';

const seqs = (rows: readonly FeedEvent[]) => rows.map((row) => row.seq);
const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, i) => last - i);

test('the newest page, then what is pushed, each once and newest first', async () => {
  const store = createFeedStore(aFeed(10).call, 2000, 3);
  await store.getState().load();
  expect(store.getState()).toMatchObject({ phase: 'ready', older: true, newer: false });
  store.getState().apply([anEvent(12), anEvent(11), anEvent(10)]);
  expect(seqs(store.getState().rows)).toEqual([12, 11, 10, 9, 8]);
});

test('pages back to the beginning', async () => {
  const store = createFeedStore(aFeed(8).call, 2000, 3);
  await store.getState().load();
  await store.getState().loadOlder();
  await store.getState().loadOlder();
  expect(seqs(store.getState().rows)).toEqual(upTo(8));
  expect(store.getState().older).toBe(false);
});

test('what is pushed while the first page is on its way is not lost', async () => {
  const page = deferred<FeedEvent[]>();
  const store = createFeedStore(
    fakeCall({ 'feed.page': async () => ({ events: await page.promise, more: false }) }),
  );
  const loading = store.getState().load();
  store.getState().apply([anEvent(3), anEvent(4)]);
  page.resolve([anEvent(3), anEvent(2)]);
  await loading;
  expect(seqs(store.getState().rows)).toEqual([4, 3, 2]);
});

test('a reader far back keeps the rows, and comes forward again by pages', async () => {
  const feed = aFeed(30);
  const store = createFeedStore(feed.call, 10, 5);
  await store.getState().load();
  for (let i = 0; i < 3; i++) await store.getState().loadOlder();
  expect(seqs(store.getState().rows)).toEqual(upTo(20, 11));
  expect(store.getState().newer).toBe(true);

  store.getState().look(8);
  feed.grow(31);
  store.getState().apply([anEvent(31)]);
  expect(seqs(store.getState().rows)).toEqual(upTo(20, 11));

  for (let i = 0; i < 3; i++) await store.getState().loadNewer();
  expect(seqs(store.getState().rows)).toEqual(upTo(31, 22));
  expect(store.getState()).toMatchObject({ newer: false, older: true });
});

test('a reset asks for the newest page and forgets the rest', async () => {
  const feed = aFeed(10);
  const store = createFeedStore(feed.call, 2000, 3);
  await store.getState().load();
  feed.grow(9000);
  await store.getState().load();
  expect(seqs(store.getState().rows)).toEqual([9000, 8999, 8998]);
});

test('a failed page keeps what is there and can be asked for again', async () => {
  const feed = aFeed(10);
  const store = createFeedStore(feed.call, 2000, 3);
  feed.fail(true);
  await store.getState().load();
  expect(store.getState()).toMatchObject({ phase: 'failed', error: { code: 'offline' } });
  store.getState().apply([anEvent(11)]);
  feed.fail(false);
  feed.grow(11);
  await store.getState().load();
  expect(seqs(store.getState().rows)).toEqual([11, 10, 9]);
});

/** Whatever the order of reading and arriving: no gap, nothing twice, never too many. */
test('the window is always one unbroken run of the feed', async () => {
  const step = fc.constantFrom('older', 'newer', 'push', 'push late', 'far', 'near', 'reload');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const feed = aFeed(40);
      const store = createFeedStore(feed.call, 12, 5);
      const push = () => {
        feed.grow(feed.last() + 1);
        store.getState().apply([anEvent(feed.last())]);
      };
      await store.getState().load();
      for (const name of steps) {
        const { loadOlder, loadNewer, look, load } = store.getState();
        if (name === 'older') await loadOlder();
        if (name === 'newer') await loadNewer();
        if (name === 'push') push();
        if (name === 'push late') {
          const paging = loadNewer();
          push();
          await paging;
        }
        if (name === 'far') look(11);
        if (name === 'near') look(0);
        if (name === 'reload') await load();
        const shown = seqs(store.getState().rows);
        expect(shown).toEqual(upTo(shown[0] ?? 0, shown.at(-1)));
        expect(shown.length).toBeLessThanOrEqual(12);
        if (!store.getState().newer) expect(shown[0]).toBe(feed.last());
      }
    }),
    { numRuns: 200 },
  );
});
