import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { NotStored } from './committer.ts';
import { accepted, rejected, startStore } from './testing/temp-store.ts';

const list = { limit: 500 };

test('all deliveries that wait share one commit, and are answered after it', async () => {
  const { committer, submit, told, read } = startStore();
  const inTransaction: boolean[] = [];
  const all = Array.from({ length: 100 }, () => submit(accepted()));
  committer.submit(accepted(), () => {
    inTransaction.push(committer.database().inTransaction);
    expect(read().deliveryList(list).deliveries).toHaveLength(101);
    return 1;
  });
  expect(new Set(await Promise.all(all))).toEqual(new Set([undefined]));
  expect(inTransaction).toEqual([false]);
  expect(told.committed).toHaveLength(1);
  expect(told.committed[0]?.events.map(({ seq }) => seq)).toEqual(
    Array.from({ length: 101 }, (_, i) => i + 1),
  );
  expect(told.states).toEqual([]);
});

test('one bad arrival does not take the others with it', async () => {
  const { submit, read, told } = startStore();
  const bad = accepted({ fact: { occurredAt: Number.NaN } });
  const outcomes = await Promise.all([
    submit(accepted()),
    submit(bad),
    submit(rejected()),
    submit(accepted()),
  ]);
  expect(outcomes.map((error) => error instanceof NotStored)).toEqual([false, true, false, false]);
  const { deliveries } = read().deliveryList(list);
  expect(deliveries.map(({ verdict }) => verdict)).toEqual(['verified', 'rejected', 'verified']);
  expect(new Set(deliveries.map(({ id }) => id)).size).toBe(3);
  expect(
    read()
      .feedPage(list)
      .events.map(({ seq }) => seq),
  ).toEqual([2, 1]);
  expect(told.states.at(-1)).toBeUndefined();
});

test('a full disk: nothing pretends to be stored, the state is told once, and it recovers by itself', async () => {
  const { committer, submit, told, read } = startStore();
  await submit(accepted());
  const db = committer.database();
  const pages = Number(db.pragma('page_count', { simple: true }));
  db.pragma(`max_page_count = ${pages}`);
  const large = () => accepted({ body: JSON.stringify('x'.repeat(20_000)) });
  const errors = await Promise.all([submit(large()), submit(large())]);
  for (const error of errors) {
    expect(error).toBeInstanceOf(NotStored);
    expect(error).toMatchObject({
      code: 'store_failed',
      message: expect.stringContaining('The disk is full.'),
    });
  }
  expect(await submit(large())).toBeInstanceOf(NotStored);
  expect(told.states).toEqual([{ reason: 'The disk is full.' }]);
  expect(read().deliveryList(list).deliveries).toHaveLength(1);

  db.pragma('max_page_count = 1000000');
  expect(await submit(large())).toBeUndefined();
  expect(told.states).toEqual([{ reason: 'The disk is full.' }, undefined]);
  expect(read().deliveryList(list).deliveries).toHaveLength(2);
});

test('a store that cannot be written: maintenance tells it, and finds out when it can again', () => {
  const { committer, told } = startStore();
  committer.database().pragma('query_only = ON');
  expect(() => committer.attempt((_, db) => db.exec('DELETE FROM events'))).toThrow(NotStored);
  expect(told.states).toEqual([{ reason: 'The data folder cannot be written to.' }]);
  // While it fails, an attempt that would change nothing is a test of the disk.
  expect(() => committer.attempt(() => undefined)).toThrow(NotStored);
  expect(told.states).toHaveLength(1);
  committer.database().pragma('query_only = OFF');
  committer.attempt(() => undefined);
  expect(told.states.at(-1)).toBeUndefined();
  expect(told.states).toHaveLength(2);
});

test('maintenance that finds nothing to do writes nothing', async () => {
  const { committer, submit } = startStore();
  await submit(accepted());
  committer.attempt(() => undefined);
  const changes = () => Number(committer.database().prepare('SELECT total_changes()').pluck().get());
  const before = changes();
  for (let i = 0; i < 5; i++) committer.attempt(() => undefined);
  expect(changes()).toBe(before);
});

test('answer times are told at once and noted with the next commit', async () => {
  const { submit, told, read } = startStore();
  await submit(accepted(), 2500);
  expect(told.committed[0]?.deliveries[0]?.answeredInMs).toBe(2.5);
  expect(read().deliveryList(list).deliveries[0]?.answeredInMs).toBe(0);
  await submit(accepted(), 3000);
  expect(
    read()
      .deliveryList(list)
      .deliveries.map(({ answeredInMs }) => answeredInMs),
  ).toEqual([0, 2.5]);
});

test('the answer time of the first is kept when the same comes again in one commit', async () => {
  const { committer, submit, told, read } = startStore();
  const one = accepted({ deliveryId: 'same', body: '{}' });
  await Promise.all([submit(one, 1000), submit(one, 9000), submit(rejected(), 4000)]);
  expect(told.committed[0]?.deliveries).toMatchObject([
    { duplicates: 1, answeredInMs: 1 },
    { answeredInMs: 4 },
  ]);
  committer.attempt(() => undefined);
  expect(read().deliveryList(list).deliveries).toMatchObject([{ answeredInMs: 4 }, { answeredInMs: 1 }]);
});

test('with no next commit in sight, answer times get one of their own', async () => {
  const { submit, read } = startStore();
  await submit(accepted(), 2500);
  const reader = read();
  await vi.waitUntil(() => reader.deliveryList(list).deliveries[0]?.answeredInMs === 2.5, { timeout: 5000 });
});

test('answer times that cannot be noted are nobody’s fault: the thread lives on and they come later', async () => {
  const { committer, submit, told, read } = startStore();
  await submit(accepted(), 2500);
  committer.database().pragma('query_only = ON');
  await vi.waitUntil(() => told.states.length === 1, { timeout: 5000 });
  committer.database().pragma('query_only = OFF');
  await submit(accepted());
  expect(read().deliveryList(list).deliveries.at(-1)?.answeredInMs).toBe(2.5);
});

test('closing commits what waits, and closes even where the disk is full', async () => {
  const { committer, submit, file, close } = startStore();
  const last = submit(accepted());
  close();
  expect(await last).toBeUndefined();
  expect(committer.database().open).toBe(false);

  const again = startStore(file);
  expect(again.committer.lastSeq()).toBe(1);
  await again.submit(accepted());
  again.committer.database().pragma('query_only = ON');
  again.close();
  expect(again.committer.database().open).toBe(false);
});

test('damage that is met while running costs no delivery that comes then', async () => {
  const { committer, submit, told, file, read } = startStore();
  await submit(accepted());
  const before = committer.storeId();
  damage(committer.database());
  const [one, two] = await Promise.all([submit(accepted()), submit(accepted())]);
  expect([one, two]).toEqual([undefined, undefined]);
  expect(told.setAside).toHaveLength(1);
  expect(existsSync(told.setAside[0] ?? '')).toBe(true);
  expect(committer.storeId()).not.toBe(before);
  expect(read().deliveryList(list).deliveries).toHaveLength(2);
  expect(readdirSync(dirname(file)).filter((name) => name.includes('.damaged-')).length).toBeGreaterThan(0);
});

test('readers of a store that was set aside leave the journal of the new one alone', async () => {
  const { committer, submit, file, read } = startStore();
  await submit(accepted());
  const old = new Database(file);
  old.prepare('SELECT count(*) FROM events').get();
  damage(committer.database());
  await submit(accepted());
  old.close();
  expect(existsSync(`${file}-wal`)).toBe(true);
  await submit(accepted());
  expect(read().deliveryList(list).deliveries).toHaveLength(2);
});

test('where no new store can be begun it is tried again with each delivery', async () => {
  const { committer, submit, told, file } = startStore();
  await submit(accepted());
  // The store is gone, and a folder stands in its place.
  committer.database().close();
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, `${file}.away${suffix}`);
  }
  mkdirSync(file);
  expect(await submit(accepted())).toBeInstanceOf(NotStored);
  expect(told.states).toHaveLength(1);
  rmSync(file, { recursive: true });
  expect(await submit(accepted())).toBeUndefined();
  expect(told.states.at(-1)).toBeUndefined();
});

/** Makes the next insert meet a page that is none, as a bad disk would. */
function damage(db: Database.Database): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
  const page = db
    .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'payloads'`)
    .pluck()
    .get() as number;
  const size = Number(db.pragma('page_size', { simple: true }));
  const fd = openSync(db.name, 'r+');
  writeSync(fd, Buffer.alloc(size, 0xee), 0, size, (page - 1) * size);
  closeSync(fd);
  // The page is read from the file again.
  db.pragma('cache_size = 0');
  db.pragma('shrink_memory');
}
