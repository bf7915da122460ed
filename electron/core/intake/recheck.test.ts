import { expect, test } from 'vitest';
import { DAY, NOW, startStore } from '../store/testing/temp-store.ts';
import { bithuman } from '../vendors/bithuman.ts';
import { createIntake, type Door, type IntakeKeys } from './intake.ts';
import { keyedHash } from './judge.ts';
import { recheck } from './recheck.ts';
import { makeSampleMark, SAMPLE_HEADER } from './sample-mark.ts';

const keys: IntakeKeys = { headers: Buffer.alloc(32, 1), samples: Buffer.alloc(32, 2) };
const MINUTE = 60_000;

function start(
  proof: Door['proof'] = { verification: 'signature-timestamp', secrets: [] },
  vendor = 'bithuman',
) {
  const store = startStore();
  const intake = createIntake(store.committer, keys, () => undefined);
  const door: Door = { endpointId: 'ep_1', key: 'k', vendor, enabled: true, proof };
  intake.setDoors([door]);
  function send(headers: [string, string][], body: Buffer, receivedAt: number): Promise<number> {
    return new Promise((resolve) => {
      intake.find('k')?.({ headers, body, receivedAt }, ({ status }) => {
        resolve(status);
        return 1;
      });
    });
  }
  function sendSigned(id: string, receivedAt: number, more: [string, string][] = [], signedAt = receivedAt) {
    const body = Buffer.from(JSON.stringify({ id, event: 'agent.ready', data: { n: 1 } }));
    const call = bithuman.signForTest({ headers: {}, body }, 's', signedAt);
    return send([...Object.entries(call.headers), ...more], body, receivedAt);
  }
  return {
    ...store,
    deliveries: () => store.read().deliveryList({ limit: 500 }).deliveries,
    use(next: Door['proof']) {
      door.proof = next;
    },
    send,
    sendSigned,
    recheck: (apply: boolean) => recheck(store.committer, door, keys, apply, NOW),
  };
}

const secret: Door['proof'] = { verification: 'signature-timestamp', secrets: ['s'] };

test('a dry run counts, and changes nothing; applied, they become events, marked late', async () => {
  const { sendSigned, recheck, use, deliveries, told, read } = start();
  expect(await sendSigned('evt_1', NOW - 60 * MINUTE)).toBe(401);
  await sendSigned('evt_2', NOW - 30 * MINUTE);
  expect(await recheck(false)).toEqual({ checked: 2, verified: 0 });
  use(secret);
  const before = deliveries();
  expect(await recheck(false)).toEqual({ checked: 2, verified: 2 });
  expect(deliveries()).toEqual(before);
  expect(await recheck(true)).toEqual({ checked: 2, verified: 2 });
  expect(deliveries()).toMatchObject([
    { verdict: 'verified', late: true, eventSeqs: [2], status: 401 },
    { verdict: 'verified', late: true, eventSeqs: [1] },
  ]);
  expect(read().feedPage({ limit: 9 }).events).toMatchObject([
    { seq: 2, late: true, verified: true, receivedAt: new Date(NOW - 30 * MINUTE).toISOString() },
    { seq: 1, late: true },
  ]);
  expect(told.committed.at(-1)?.events).toHaveLength(2);
  expect(await recheck(true)).toEqual({ checked: 0, verified: 0 });
});

test('the timestamp is judged at its arrival, and a day is the limit', async () => {
  const { sendSigned, recheck, use } = start();
  await sendSigned('old', NOW - DAY - 1);
  await sendSigned('just', NOW - DAY);
  await sendSigned('stale at arrival', NOW - MINUTE, [], NOW - 11 * MINUTE);
  use(secret);
  expect(await recheck(true)).toEqual({ checked: 2, verified: 1 });
});

test('one that came again meanwhile is counted there, and its refused copies go', async () => {
  const { sendSigned, recheck, use, deliveries, read } = start();
  for (let i = 3; i > 0; i--) await sendSigned('evt_1', NOW - i * MINUTE);
  await sendSigned('evt_2', NOW - MINUTE);
  await sendSigned('evt_2', NOW - MINUTE + 1);
  use(secret);
  expect(await sendSigned('evt_1', NOW)).toBe(200);
  await recheck(true);
  expect(deliveries()).toMatchObject([{ duplicates: 3 }, { duplicates: 1, late: true }]);
  expect(read().feedPage({ limit: 9 }).events).toHaveLength(2);
  await sendSigned('evt_2', NOW);
  expect(deliveries()).toMatchObject([{ duplicates: 3 }, { duplicates: 2 }]);
});

test('same id, other body: late, and a conflict without events', async () => {
  const { send, sendSigned, recheck, use, deliveries } = start();
  const body = Buffer.from(JSON.stringify({ id: 'evt_1', event: 'agent.ready', data: { n: 'other' } }));
  const call = bithuman.signForTest({ headers: {}, body }, 's', NOW);
  await send(Object.entries(call.headers), body, NOW);
  use(secret);
  await sendSigned('evt_1', NOW);
  await recheck(true);
  expect(deliveries()).toMatchObject([{ conflict: false }, { conflict: true, late: true, eventSeqs: [] }]);
});

test('samples are left out', async () => {
  const { sendSigned, recheck, use } = start();
  await sendSigned('evt_1', NOW, [[SAMPLE_HEADER, makeSampleMark(keys.samples)]]);
  use(secret);
  expect(await recheck(true)).toEqual({ checked: 0, verified: 0 });
});

test('a header is compared by its hash, and one that has become the secret is masked either way', async () => {
  const { send, recheck, use, committer, deliveries } = start(
    { verification: 'signature', secrets: ['unused'] },
    'bithuman-dashboard',
  );
  const body = (n: number) => Buffer.from(`{"event_type":"room.join","data":{"n":${n}}}`);
  await send([['X-Key', 'right']], body(1), NOW);
  await send([['X-Key', 'wrong']], body(2), NOW);
  const kept = () => committer.database().prepare('SELECT group_concat(headers) FROM payloads').pluck().get();
  expect(kept()).toMatch(/right.*wrong/);
  use({
    verification: 'header',
    secrets: [],
    header: { name: 'x-key', valueHashes: [keyedHash(keys.headers, 'right')] },
  });
  expect(await recheck(false)).toEqual({ checked: 2, verified: 1 });
  expect(kept()).not.toMatch(/right|wrong/);
  expect(deliveries().map(({ verdict }) => verdict)).toEqual(['rejected', 'rejected']);
  expect(await recheck(true)).toEqual({ checked: 2, verified: 1 });
  use({
    verification: 'header',
    secrets: [],
    header: { name: 'x-key', valueHashes: [keyedHash(keys.headers, 'wrong')] },
  });
  expect(await recheck(true)).toEqual({ checked: 1, verified: 1 });
});

test('without a proof that counts there is nothing to check', async () => {
  const { sendSigned, recheck, use } = start();
  await sendSigned('evt_1', NOW);
  for (const proof of [undefined, { verification: 'none' as const, secrets: [] }]) {
    use(proof);
    expect(await recheck(true)).toEqual({ checked: 0, verified: 0 });
  }
});

test('many are checked step by step, each once', async () => {
  const { sendSigned, recheck, use, deliveries } = start();
  await Promise.all(Array.from({ length: 55 }, (_, i) => sendSigned(`evt_${i}`, NOW)));
  use(secret);
  expect(await recheck(true)).toEqual({ checked: 55, verified: 55 });
  expect(deliveries().every(({ verdict }) => verdict === 'verified')).toBe(true);
});

test('a check that cannot be kept changes nothing, and the same delivery is still taken afterwards', async () => {
  const { send, recheck, use, committer, deliveries } = start(
    { verification: 'header', secrets: [], header: { name: 'x-key', valueHashes: [] } },
    'bithuman-dashboard',
  );
  const body = Buffer.from('{"event_type":"room.join","data":{}}');
  await send([['X-Key', 'right']], body, NOW);
  use({
    verification: 'header',
    secrets: [],
    header: { name: 'x-key', valueHashes: [keyedHash(keys.headers, 'right')] },
  });
  const db = committer.database();
  db.exec(
    `CREATE TRIGGER refuse BEFORE UPDATE OF verdict ON deliveries BEGIN SELECT RAISE(ABORT, 'no'); END`,
  );
  await expect(recheck(true)).rejects.toMatchObject({ code: 'store_failed' });
  db.exec('DROP TRIGGER refuse');
  expect(deliveries()).toMatchObject([{ verdict: 'rejected' }]);
  expect(await send([['X-Key', 'right']], body, NOW)).toBe(200);
  expect(deliveries()).toMatchObject([
    { verdict: 'verified', eventSeqs: [1] },
    { verdict: 'rejected', duplicates: 0 },
  ]);
});
