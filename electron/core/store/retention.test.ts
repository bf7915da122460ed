import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keptBytes, retentionStep } from './retention.ts';
import { sweep } from './sweep.ts';
import { accepted, DAY, NOW, rejected, startStore, type TestStore } from './testing/temp-store.ts';

const limits = { retentionDays: 30, retentionBytes: 2 ** 40, sessionQuietMinutes: 30 };
const count = ({ committer }: TestStore, table: string) =>
  committer.database().prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
const submitAll = (store: TestStore, n: number, make: (i: number) => Parameters<TestStore['submit']>[0]) =>
  Promise.all(Array.from({ length: n }, (_, i) => store.submit(make(i))));

test('what is older than the days goes, in small steps, with events, bytes, keys and sessions', async () => {
  const store = startStore();
  await submitAll(store, 250, (i) =>
    accepted({
      receivedAt: NOW - 31 * DAY,
      fact: { kind: 'chat.message', vendorSessionId: `old${i % 3}`, data: { text: 'x' } },
    }),
  );
  await submitAll(store, 10, () =>
    accepted({ receivedAt: NOW - 29 * DAY, fact: { vendorSessionId: 'new' } }),
  );
  store.committer.attempt((writer) => writer.foldNow());
  const sizes: number[] = [];
  let more = true;
  while (more) {
    more = store.committer.attempt((_, db) =>
      retentionStep(db, { receivedBefore: NOW - 30 * DAY, maxBytes: 2 ** 40 }),
    );
    sizes.push(count(store, 'deliveries'));
  }
  expect(sizes.slice(0, 4)).toEqual([160, 60, 10, 10]);
  for (const table of ['events', 'payloads']) expect(count(store, table)).toBe(10);
  expect(count(store, 'dedupe')).toBe(10);
  expect(
    store
      .read()
      .sessionList({ limit: 9 })
      .sessions.map(({ vendorSessionId }) => vendorSessionId),
  ).toEqual(['new']);
});

test('over the size the refused go first, then the oldest', async () => {
  const store = startStore();
  const body = 'x'.repeat(4000);
  await submitAll(store, 150, (i) => accepted({ body: body + i }));
  await submitAll(store, 120, (i) => rejected({ body: body + i }));
  const db = store.committer.database();
  const step = (maxBytes: number) =>
    store.committer.attempt((_, db) => retentionStep(db, { receivedBefore: 0, maxBytes }));
  const full = keptBytes(db);
  expect(step(full - 1)).toBe(true);
  expect(store.read().deliveryList({ limit: 500, verdict: 'rejected' }).deliveries).toHaveLength(20);
  expect(count(store, 'deliveries')).toBe(170);
  expect(keptBytes(db)).toBeLessThan(full);
  expect(step(full - 1)).toBe(false);
  step(1);
  expect(store.read().deliveryList({ limit: 500, verdict: 'rejected' }).deliveries).toEqual([]);
  expect(count(store, 'deliveries')).toBe(150);
  step(1);
  expect(store.read().deliveryList({ limit: 500 }).deliveries.at(-1)?.id).toBe(
    `d101-${store.committer.storeId()}`,
  );
});

test('events that no delivery brought go by their age', async () => {
  const store = startStore();
  await submitAll(store, 3, () => accepted({ receivedAt: NOW }));
  store.committer.attempt((_, db) =>
    db.exec(`UPDATE events SET delivery_id = NULL, received_at = ${NOW - 31 * DAY} WHERE seq = 2;
      UPDATE events SET delivery_id = NULL WHERE seq = 3`),
  );
  await sweep(store.committer, limits, () => undefined, NOW);
  expect(
    store
      .read()
      .feedPage({ limit: 9 })
      .events.map(({ seq }) => seq),
  ).toEqual([3, 1]);
});

test('a sweep ends quiet sessions, removes what is old and gives the room back', async () => {
  const store = startStore();
  await submitAll(store, 400, (i) => accepted({ receivedAt: NOW - 31 * DAY, body: 'x'.repeat(20_000) + i }));
  await store.submit(accepted({ receivedAt: NOW - DAY, fact: { vendorSessionId: 'quiet' } }));
  const db = store.committer.database();
  db.pragma('wal_checkpoint(TRUNCATE)');
  const before = statSync(store.file).size;
  const ended: string[] = [];
  const tell = (sessions: { vendorSessionId: string }[]) =>
    ended.push(...sessions.map((one) => one.vendorSessionId));
  expect(await sweep(store.committer, limits, tell, NOW)).toBe(true);
  expect(ended).toEqual(['quiet']);
  db.pragma('wal_checkpoint(TRUNCATE)');
  expect(statSync(store.file).size).toBeLessThan(before / 4);
  expect(db.pragma('quick_check', { simple: true })).toBe('ok');
  expect(await sweep(store.committer, limits, tell, NOW)).toBe(false);
  expect(ended).toEqual(['quiet']);
});

test('deliveries get in between the steps of a sweep', async () => {
  const store = startStore();
  await submitAll(store, 500, () => accepted({ receivedAt: NOW - 31 * DAY }));
  const sweeping = sweep(store.committer, limits, () => undefined, NOW);
  let left = 0;
  await store.submit(accepted({ receivedAt: NOW }));
  left = count(store, 'deliveries');
  await sweeping;
  expect(left).toBeGreaterThan(100);
  expect(count(store, 'deliveries')).toBe(1);
});

test('a sweep of a store that cannot be written is a NotStored', async () => {
  const store = startStore();
  await submitAll(store, 1, () => accepted({ receivedAt: NOW - 31 * DAY }));
  store.committer.database().pragma('query_only = ON');
  await expect(sweep(store.committer, limits, () => undefined, NOW)).rejects.toMatchObject({
    code: 'store_failed',
  });
});
