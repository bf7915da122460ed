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

/** Sessions of ten agents in turn, looked through 20 at a time, as the core does for what no index knows. */
function aLookedForFeed(last: number) {
  const looksAt = 20;
  return fakeCall({
    'feed.page': ({ before = last + 1, agentId, limit = 50 }) => {
      const from = Math.max(0, before - 1 - looksAt);
      const looked = upTo(before - 1, from + 1).map((seq) => anEvent(seq, { agentId: `A${seq % 10}` }));
      const found = looked
        .filter((event) => agentId === undefined || event.agentId === agentId)
        .slice(0, limit);
      return from > 0 ? { events: found, more: true, reached: from + 1 } : { events: found, more: false };
    },
  });
}

const noStorage = undefined as unknown as Storage;

test('what is rare is found further back, page after page, also where a page brings nothing', async () => {
  const store = createFeedStore(aLookedForFeed(95), 2000, 50, noStorage);
  await store.getState().load({ agentId: 'A96' });
  expect(store.getState()).toMatchObject({ rows: [], older: true });
  while (store.getState().older) await store.getState().loadOlder();
  expect(store.getState().rows).toEqual([]);
  await store.getState().load({ agentId: 'A7' });
  while (store.getState().older) await store.getState().loadOlder();
  expect(seqs(store.getState().rows)).toEqual([87, 77, 67, 57, 47, 37, 27, 17, 7]);
});

test('of what comes, only what is asked for is shown', async () => {
  const store = createFeedStore(aLookedForFeed(30), 2000, 50, noStorage);
  await store.getState().load({ agentId: 'A1', kind: 'chat.message' });
  store
    .getState()
    .apply([
      anEvent(31, { agentId: 'A1' }),
      anEvent(32, { agentId: 'A2' }),
      anEvent(33, { agentId: 'A1', kind: 'gap' }),
    ]);
  expect(seqs(store.getState().rows)).toEqual([31, 21, 11]);
  await store.getState().load({});
  expect(store.getState().rows).toHaveLength(20);
});
