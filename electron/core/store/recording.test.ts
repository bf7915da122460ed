import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accepted, DAY, HOUR, NOW, rejected, startStore } from './testing/temp-store.ts';

const list = { limit: 500 };

test('the same id with the same body is counted on the first', async () => {
  const { submit, read, told } = startStore();
  const one = accepted({ deliveryId: 'evt_1', body: '{}' });
  for (let i = 0; i < 3; i++) await submit(one);
  await submit({ ...one, receivedAt: NOW + 40 * DAY });
  const page = read().deliveryList(list);
  expect(page.deliveries).toMatchObject([{ duplicates: 3, conflict: false, eventSeqs: [1] }]);
  expect(told.committed.map(({ events }) => events.length)).toEqual([1, 0, 0, 0]);
});

test('the same id with another body is a conflict without events, and its retry is counted on it', async () => {
  const { submit, read } = startStore();
  await submit(accepted({ deliveryId: 'evt_1', body: '{"a":1}' }));
  const other = accepted({ deliveryId: 'evt_1', body: '{"a":2}' });
  await submit(other);
  await submit(other);
  await submit(accepted({ deliveryId: 'evt_1', body: '{"a":1}' }));
  expect(read().deliveryList(list).deliveries).toMatchObject([
    { conflict: true, duplicates: 1, eventSeqs: [], verdict: 'verified', status: 200 },
    { conflict: false, duplicates: 1, eventSeqs: [1] },
  ]);
});

test('without an id, an equal body counts as the same for 24 h, whichever way the clock went', async () => {
  const { submit, read } = startStore();
  const at = (receivedAt: number) => submit(accepted({ body: '{"same":1}', receivedAt }));
  for (const time of [NOW, NOW + DAY, NOW - DAY, NOW + DAY + 1]) await at(time);
  expect(
    read()
      .deliveryList(list)
      .deliveries.map(({ duplicates }) => duplicates),
  ).toEqual([0, 2]);
  await submit(accepted({ body: '{"same":2}' }));
  expect(read().feedPage(list).events).toHaveLength(3);
});

test('an equal body with an id is no repetition of one without, nor of one with another id', async () => {
  const { submit, read } = startStore();
  await submit(accepted({ body: '{}' }));
  await submit(accepted({ body: '{}', deliveryId: 'a' }));
  await submit(accepted({ body: '{}', deliveryId: 'b' }));
  expect(
    read()
      .deliveryList(list)
      .deliveries.map(({ duplicates }) => duplicates),
  ).toEqual([0, 0, 0]);
});

test('each endpoint compares its own', async () => {
  const { submit, read } = startStore();
  for (const endpointId of ['ep_1', 'ep_2']) {
    await submit(accepted({ endpointId, body: '{}', deliveryId: 'evt_1' }));
    await submit(accepted({ endpointId, body: '{}' }));
  }
  expect(
    read()
      .deliveryList(list)
      .deliveries.every(({ duplicates }) => duplicates === 0),
  ).toBe(true);
  expect(read().feedPage(list).events).toHaveLength(4);
});

test('a test is always an event, and joins no session', async () => {
  const { submit, read } = startStore();
  const ping = accepted({
    test: true,
    body: '{}',
    deliveryId: 'x',
    fact: { kind: 'endpoint.test', vendorSessionId: 's' },
  });
  for (let i = 0; i < 3; i++) await submit(ping);
  expect(
    read()
      .feedPage(list)
      .events.map(({ kind }) => kind),
  ).toEqual(Array(3).fill('endpoint.test'));
  expect(read().sessionList(list).sessions).toEqual([]);
  await submit(accepted({ body: '{}', deliveryId: 'x' }));
  expect(read().deliveryList(list).deliveries[0]).toMatchObject({ conflict: false, eventSeqs: [4] });
});

test('refused ones stand each by itself and are never compared', async () => {
  const { submit, read } = startStore();
  await submit(rejected({ body: '{}' }));
  await submit(rejected({ body: '{}' }));
  await submit(accepted({ body: '{}' }));
  expect(read().deliveryList(list).deliveries).toMatchObject([
    { verdict: 'verified', status: 200, duplicates: 0, eventSeqs: [1] },
    { verdict: 'rejected', status: 401, duplicates: 0, reason: 'signature_mismatch', eventSeqs: [] },
    { verdict: 'rejected', status: 401, duplicates: 0 },
  ]);
});

test('of the refused ones the newest 1,000 an endpoint are kept, with their bytes', async () => {
  const { submit, committer, read } = startStore();
  await Promise.all(Array.from({ length: 1010 }, () => submit(rejected())));
  await Promise.all(Array.from({ length: 5 }, () => submit(rejected({ endpointId: 'ep_2' }))));
  const count = (table: string) =>
    committer.database().prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  expect(count('deliveries')).toBe(1005);
  expect(count('payloads')).toBe(1005);
  const oldest = read().deliveryList({
    limit: 500,
    endpointId: 'ep_1',
    verdict: 'rejected',
    before: `d12-${committer.storeId()}`,
  });
  expect(oldest.deliveries.map(({ id }) => id.split('-')[0])).toEqual(['d11']);
});

test('the bytes come back as they came', async () => {
  const { submit, committer, read } = startStore();
  const body = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
  await submit({
    ...accepted(),
    body,
    headers: [
      ['X-A', '1'],
      ['x-a', '•••', 'hash'],
    ],
  });
  const delivery = read().deliveryGet({ deliveryId: `d1-${committer.storeId()}` });
  expect(Buffer.from(delivery.bodyBase64, 'base64').equals(body)).toBe(true);
  expect(delivery.headers).toEqual([
    ['X-A', '1'],
    ['x-a', '•••'],
  ]);
  expect(delivery.bytes).toBe(256);
  for (const deliveryId of [`d2-${committer.storeId()}`, 'd1-ffffff', `e1-${committer.storeId()}`, 'x']) {
    expect(() => read().deliveryGet({ deliveryId })).toThrow(expect.objectContaining({ code: 'not_found' }));
  }
});

test('several facts of one delivery are events in a row', async () => {
  const { submit, told } = startStore();
  await submit({
    ...accepted(),
    facts: [
      { kind: 'unknown', data: { a: 1 } },
      { kind: 'gap', data: {} },
    ],
  });
  expect(told.committed[0]).toMatchObject({
    events: [
      { seq: 1, kind: 'unknown' },
      { seq: 2, kind: 'gap' },
    ],
    deliveries: [{ eventSeqs: [1, 2], kind: 'unknown' }],
  });
});

test('samples tell which delivery they became', async () => {
  const { submit, told, committer } = startStore();
  await submit({ ...accepted({ deliveryId: 'x', body: '{}' }), sampleMark: 'mark-1' });
  await submit({ ...accepted({ deliveryId: 'x', body: '{}' }), sampleMark: 'mark-2' });
  const id = `d1-${committer.storeId()}`;
  expect(told.committed.flatMap(({ samples }) => samples)).toEqual([
    ['mark-1', id],
    ['mark-2', id],
  ]);
  expect(told.committed[0]?.events[0]?.source).toBe('sample');
  expect(told.committed[0]?.deliveries[0]?.sample).toBe(true);
});

test('counters go on after a restart, and what was removed gives no number back', async () => {
  const first = startStore();
  await first.submit(accepted());
  await first.submit(accepted());
  first.committer.attempt((_, db) => db.exec('DELETE FROM deliveries; DELETE FROM events'));
  first.close();
  const { submit, told, committer } = startStore(first.file);
  expect(committer.storeId()).toBe(first.committer.storeId());
  await submit(accepted());
  expect(told.committed[0]?.events[0]).toMatchObject({ seq: 3, id: `e3-${committer.storeId()}` });
  expect(told.committed[0]?.deliveries[0]?.id).toBe(`d3-${committer.storeId()}`);
});

test('any run of deliveries, over restarts and failed commits, is compared as the rule says', async () => {
  const step = fc.record({
    endpointId: fc.constantFrom('ep_1', 'ep_2'),
    deliveryId: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    body: fc.constantFrom('1', '2'),
    hours: fc.integer({ min: 0, max: 60 }),
    after: fc.constantFrom('go on', 'go on', 'go on', 'restart', 'roll back', 'fold'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      let store = startStore();
      const kept: {
        endpointId: string;
        deliveryId: string | undefined;
        body: string;
        at: number;
        duplicates: number;
        conflict: boolean;
      }[] = [];
      for (const { deliveryId, hours, after, ...rest } of steps) {
        const at = NOW + hours * HOUR;
        const arrival = accepted({
          ...rest,
          receivedAt: at,
          ...(deliveryId !== undefined && { deliveryId }),
        });
        if (after === 'roll back') {
          expect(() =>
            store.committer.attempt((writer) => {
              writer.record(arrival);
              throw new Error('no');
            }),
          ).toThrow();
        }
        await store.submit(arrival);
        const near = kept.filter(
          (one) =>
            one.endpointId === rest.endpointId &&
            one.deliveryId === deliveryId &&
            (deliveryId !== undefined || (one.body === rest.body && Math.abs(at - one.at) <= DAY)),
        );
        const same = near.find(({ body }) => body === rest.body);
        if (same) same.duplicates++;
        else kept.push({ ...rest, deliveryId, at, duplicates: 0, conflict: near.length > 0 });
        if (after === 'fold') {
          await Promise.all(
            Array.from({ length: 260 }, () => store.submit(accepted({ endpointId: 'other' }))),
          );
        }
        if (after === 'restart') {
          store.close();
          store = startStore(store.file);
        }
      }
      const rows = store.committer
        .database()
        .prepare(`SELECT duplicates, conflict FROM deliveries WHERE endpoint_id <> 'other' ORDER BY id`)
        .all();
      expect(rows).toEqual(
        kept.map(({ duplicates, conflict }) => ({ duplicates, conflict: conflict ? 1 : 0 })),
      );
      store.close();
    }),
    { numRuns: 25 },
  );
});
