import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeliverySummary } from '../../shared/events.ts';
import { createDeliveriesStore } from './deliveries-store.ts';
import { createPagedList, newestFirst } from './paged-list.ts';
import { aDelivery, deferred, fakeCall } from './testing.ts';

/** Deliveries 1 to `last`; those divisible by three were refused. */
function aHistory(last: number) {
  const rows = Array.from({ length: last }, (_, i) => verdictOf(i + 1)).reverse();
  return fakeCall({
    'delivery.list': ({ before, limit = 50, verdict }) => {
      const fitting = rows.filter((row) => !verdict || row.verdict === verdict);
      const start = before === undefined ? 0 : fitting.findIndex(({ id }) => id === before) + 1;
      return { deliveries: fitting.slice(start, start + limit), more: fitting.length > start + limit };
    },
  });
}

const verdictOf = (n: number) => aDelivery(n, n % 3 === 0 ? { verdict: 'rejected' } : {});
const ids = (rows: DeliverySummary[]) => rows.map(({ id }) => Number(id.slice(1)));

test('pages downwards, newest first, across the tens', async () => {
  const store = createDeliveriesStore(aHistory(250));
  await store.getState().load();
  await store.getState().loadMore();
  await store.getState().loadMore();
  expect(ids(store.getState().rows)).toEqual(Array.from({ length: 250 }, (_, i) => 250 - i));
  expect(store.getState().more).toBe(false);
});

test('a push is a new row, or the changed one in its place', async () => {
  const store = createDeliveriesStore(aHistory(5));
  await store.getState().load();
  store.getState().apply([aDelivery(6), aDelivery(4, { duplicates: 2 })]);
  expect(ids(store.getState().rows)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(store.getState().rows[2]?.duplicates).toBe(2);
});

test('a change of a row far below is not brought up', async () => {
  const store = createDeliveriesStore(aHistory(250));
  await store.getState().load();
  store.getState().apply([aDelivery(3, { duplicates: 1 })]);
  expect(ids(store.getState().rows)).not.toContain(3);
});

test('a filter keeps out what does not fit, also when it changes later', async () => {
  const store = createDeliveriesStore(aHistory(9));
  await store.getState().load({ verdict: 'rejected' });
  expect(ids(store.getState().rows)).toEqual([9, 6, 3]);
  store.getState().apply([aDelivery(10), aDelivery(6, { verdict: 'verified', late: true })]);
  expect(ids(store.getState().rows)).toEqual([9, 3]);
});

test('a slow page of a former filter is ignored', async () => {
  const slow = deferred<void>();
  const store = createDeliveriesStore(
    fakeCall({
      'delivery.list': async ({ verdict }) => {
        if (!verdict) await slow.promise;
        return { deliveries: [aDelivery(verdict ? 1 : 2)], more: false };
      },
    }),
  );
  const first = store.getState().load();
  await store.getState().load({ verdict: 'verified' });
  slow.resolve();
  await first;
  expect(ids(store.getState().rows)).toEqual([1]);
});

test('memory is bounded: reading far down lets go of the top, and says so', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => aDelivery(60 - i));
  const store = createPagedList<DeliverySummary, null>(
    {
      async load(_, before) {
        const start = before === undefined ? 0 : rows.findIndex(({ id }) => id === before) + 1;
        return { ok: true, value: { rows: rows.slice(start, start + 10), more: rows.length > start + 10 } };
      },
      matches: () => true,
      compare: newestFirst((row) => row.receivedAt),
    },
    null,
    25,
  );
  await store.getState().load();
  for (let i = 0; i < 4; i++) await store.getState().loadMore();
  expect(ids(store.getState().rows)).toEqual(Array.from({ length: 25 }, (_, i) => 35 - i));
  expect(store.getState().detached).toBe(true);

  store.getState().apply([aDelivery(61), aDelivery(35, { duplicates: 1 })]);
  expect(ids(store.getState().rows)[0]).toBe(35);
  expect(store.getState().rows[0]?.duplicates).toBe(1);

  await store.getState().load();
  expect(store.getState()).toMatchObject({ detached: false });
  expect(ids(store.getState().rows)[0]).toBe(60);
});

test('rows of one millisecond are ordered by id, by number', () => {
  const same = { receivedAt: '2026-01-01T00:00:00.000Z' };
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 20_000 }), { maxLength: 20 });
  fc.assert(
    fc.property(numbers, (some) => {
      const rows = some.map((n) => aDelivery(n, { ...same, id: `d${n}-abc` }));
      const sorted = rows
        .sort(newestFirst((row) => row.receivedAt))
        .map(({ id }) => Number.parseInt(id.slice(1), 10));
      expect(sorted).toEqual([...some].sort((a, b) => b - a));
    }),
  );
});
