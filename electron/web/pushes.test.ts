import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Push, Sink } from '../core/ports.ts';
import { onlyOne, resumePoint, streamPushes } from './pushes.ts';
import { deliver, started } from './testing/deliver.ts';
import { type Listener, listen } from './testing/listen.ts';
import { startTestHost, type TestHost } from './testing/test-host.ts';

let host: TestHost;
const open: Listener[] = [];

beforeAll(async () => {
  host = await startTestHost();
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
afterAll(() => host.stop());

async function hear(options?: Parameters<typeof listen>[1]): Promise<Listener> {
  const listener = await listen(host, options);
  open.push(listener);
  return listener;
}

const unproved = (name: string) =>
  host.get('endpoint.create', { vendor: 'unith', name, verification: 'none' });
const names = ({ heard }: Listener) => heard.map(({ name }) => name);
const seqsOf = ({ heard }: Listener) => heard.flatMap((one) => (one.name === 'feed' ? [one.value.seq] : []));

test('each connection begins with the status and the endpoints', async () => {
  const a = await unproved('A');
  const b = await unproved('B');
  const listener = await hear({ after: 0 });
  await listener.until('endpoint', (endpoint) => endpoint.id === b.id);
  expect(names(listener).slice(0, 3)).toEqual(['status', 'endpoint', 'endpoint']);
  expect(listener.heard.slice(1, 3).map(({ value }) => value)).toEqual([a, b]);
  const { counters: _, store: __, ...status } = await host.get('status.get', {});
  expect(listener.heard[0]?.value).toMatchObject({ ...status, store: { state: 'writing' } });
});

test('a delivery is told as session, feed and delivery; only the feed carries an id, its seq', async () => {
  const endpoint = await unproved('C');
  const listener = await hear();
  await deliver(endpoint, started());
  const delivery = await listener.until('delivery');
  const event = await listener.until('feed');
  const session = await listener.until('session');
  const ofDelivery = names(listener).filter((name) => ['session', 'feed', 'delivery'].includes(name));
  expect(ofDelivery).toEqual(['session', 'feed', 'delivery']);
  expect(listener.heard.map(({ name, id }) => [name, id]).filter(([, id]) => id !== undefined)).toEqual([
    ['feed', String(event.seq)],
  ]);
  expect([delivery.eventSeqs, event.sessionId]).toEqual([[event.seq], session.id]);
  expect((await host.get('feed.page', { limit: 1 })).events).toEqual([event]);
  expect((await host.get('session.get', { sessionId: session.id })).session).toEqual(session);
});

test('endpoints, settings and notices are told as they change', async () => {
  const listener = await hear();
  const endpoint = await unproved('D');
  expect(await listener.until('endpoint', ({ id }) => id === endpoint.id)).toEqual(endpoint);
  const renamed = await host.get('endpoint.update', { endpointId: endpoint.id, name: 'D2' });
  expect(await listener.until('endpoint', (one) => 'name' in one && one.name === 'D2')).toEqual(renamed);
  await host.get('endpoint.delete', { endpointId: endpoint.id });
  const gone = await listener.until('endpoint', (one) => 'deleted' in one);
  expect(gone).toEqual({ id: endpoint.id, deleted: true });
  const settings = await host.get('settings.set', { theme: 'dark' });
  expect(await listener.until('settings')).toEqual(settings);
  await listener.until('status', ({ lastSeq }) => lastSeq >= 0);
});

test('no gap and no repeat, however often the connection is cut while deliveries stream in', async () => {
  const endpoint = await unproved('E');
  const { lastSeq: before } = await host.get('status.get', {});
  const total = 600;
  const [dice] = fc.sample(fc.infiniteStream(fc.integer({ min: 0, max: 99 })), {
    numRuns: 1,
    seed: 20260304,
  });
  const roll = () => Number(dice?.next().value);

  const streaming = (async () => {
    for (let sent = 0; sent < total; sent += 20) {
      await Promise.all(Array.from({ length: 20 }, () => deliver(endpoint, started())));
    }
  })();

  const seqs: number[] = [];
  let last = before;
  let cuts = 0;
  while (last < before + total) {
    // A browser says where it was by Last-Event-ID, and keeps the address of its first try.
    const listener = await hear(cuts === 0 ? { after: before } : { after: before, lastEventId: last });
    const stopAt = Math.min(last + roll(), before + total);
    if (roll() > 15) await listener.until('feed', ({ seq }) => seq >= stopAt);
    listener.close();
    await listener.closed;
    const got = seqsOf(listener).filter((seq) => seq <= stopAt || roll() > 50);
    // What came after the last byte that we looked at was never heard.
    const heard = got.slice(0, got.findIndex((seq, i) => seq !== last + 1 + i) >>> 0);
    expect(seqsOf(listener)).toEqual(seqsOf(listener).map((_, i) => last + 1 + i));
    seqs.push(...heard);
    last = seqs.at(-1) ?? before;
    cuts++;
  }
  await streaming;
  expect(seqs).toEqual(Array.from({ length: total }, (_, i) => before + 1 + i));
  expect(cuts).toBeGreaterThan(5);
});

test('who is ahead of the store gets one reset and nothing of the past', async () => {
  const { lastSeq } = await host.get('status.get', {});
  const listener = await hear({ after: lastSeq + 1 });
  expect(await listener.until('reset')).toEqual({ lastSeq });
  const endpoint = await unproved('F');
  await deliver(endpoint, started());
  await listener.until('feed');
  expect(names(listener).filter((name) => name === 'reset')).toHaveLength(1);
  expect(seqsOf(listener)).toEqual([lastSeq + 1]);
});

test('a reader that does not read is cut, and resumes without a gap', { timeout: 30_000 }, async () => {
  await host.get('settings.set', { maxBodyBytes: 4 * 1024 ** 2 });
  const endpoint = await unproved('G');
  const { lastSeq } = await host.get('status.get', {});
  const listener = await hear({ after: lastSeq });
  await listener.until('status');
  listener.response.pause();
  const count = 8;
  const text = 'x'.repeat(3 * 1024 ** 2);
  for (let i = 0; i < count; i++) await deliver(endpoint, { what: i, text });
  listener.response.resume();
  await listener.closed;
  const last = seqsOf(listener).at(-1) ?? lastSeq;
  expect(last).toBeLessThan(lastSeq + count);
  const again = await hear({ lastEventId: last });
  await again.until('feed', ({ seq }) => seq === lastSeq + count);
  expect([...seqsOf(listener), ...seqsOf(again)]).toEqual(
    Array.from({ length: count }, (_, i) => lastSeq + 1 + i),
  );
});

test('one event that is larger than what may wait gets through all the same', async () => {
  await host.get('settings.set', { maxBodyBytes: 16 * 1024 ** 2 });
  const endpoint = await unproved('H');
  const { lastSeq } = await host.get('status.get', {});
  const live = await hear({ after: lastSeq });
  await deliver(endpoint, { text: 'y'.repeat(10 * 1024 ** 2) });
  await deliver(endpoint, started());
  const behind = await hear({ after: lastSeq });
  for (const listener of [live, behind]) {
    await listener.until('feed', ({ seq }) => seq === lastSeq + 2);
    expect(seqsOf(listener)).toEqual([lastSeq + 1, lastSeq + 2]);
  }
});

test('where to resume', () => {
  expect(resumePoint('7', '3')).toBe(7);
  expect(resumePoint(undefined, '3')).toBe(3);
  expect(resumePoint('0', undefined)).toBe(0);
  for (const nonsense of ['', 'x', '-1', '1.5', '1e3', ' 1', '9'.repeat(16), ['1'], 1, undefined]) {
    expect(resumePoint(nonsense, '3')).toBe(3);
    expect(resumePoint(undefined, nonsense)).toBeUndefined();
  }
});

/** A real stream of an app that says what it is told to, and notes from where it was asked. */
async function streamOf(only: string | undefined) {
  const sinks: { sink: Sink; after: number | undefined }[] = [];
  const left = Promise.withResolvers<void>();
  const app = {
    subscribe(sink: Sink, after?: number) {
      sinks.push({ sink, after });
      void sink({ name: 'status', value: { lastSeq: 1 } } as Push);
      return left.resolve;
    },
  };
  const server = createServer((_, response) =>
    streamPushes(app, response, { after: 7, only: onlyOne(only) }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const listener = await listen({ ui: `http://127.0.0.1:${port}`, token: '' });
  const say = (push: unknown) => sinks.map(({ sink }) => sink(push as Push));
  return {
    listener,
    say,
    sinks,
    async close() {
      listener.close();
      server.close();
      await left.promise;
    },
  };
}

const alert = (id: string) => ({ name: 'alert', value: { id } });

test('who wants alerts only gets nothing else, not even a beginning or what was missed', async () => {
  const { listener, say, sinks, close } = await streamOf('alert');
  say({ name: 'feed', value: { seq: 8 } });
  say(alert('a1'));
  say({ name: 'status', value: {} });
  say(alert('a2'));
  await listener.until('alert', ({ id }) => id === 'a2');
  expect(listener.heard).toEqual([
    { name: 'alert', id: undefined, value: { id: 'a1' } },
    { name: 'alert', id: undefined, value: { id: 'a2' } },
  ]);
  expect(sinks.map(({ after }) => after)).toEqual([undefined]);
  await close();
});

test.each([undefined, '', 'feed', 'Alert', 'alert,feed'])(
  '"%s" is no wish for one kind only',
  async (only) => {
    const { listener, say, sinks, close } = await streamOf(only);
    say({ name: 'feed', value: { seq: 8 } });
    say(alert('a1'));
    await listener.until('alert');
    expect(names(listener)).toEqual(['status', 'feed', 'alert']);
    expect(sinks.map(({ after }) => after)).toEqual([7]);
    await close();
  },
);

test('a wish that is given twice is none', () => expect(onlyOne(['alert', 'alert'])).toBeUndefined());

test('stopping ends the streams after telling that it stops', async () => {
  const other = await startTestHost();
  const listener = await listen(other);
  await other.stop();
  await listener.closed;
  expect(listener.heard.at(-1)).toMatchObject({ name: 'status' });
});
