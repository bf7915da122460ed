import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Endpoint } from '../../../shared/endpoints.ts';
import { AppError } from '../../../shared/errors.ts';
import { accepted, fetchedChat, HOUR, NOW, startStore } from '../store/testing/temp-store.ts';
import { bithuman } from '../vendors/bithuman.ts';
import { startBithumanServer } from '../vendors/testing/bithuman-server.ts';
import { startUnithServer } from '../vendors/testing/unith-server.ts';
import { unith } from '../vendors/unith.ts';
import { type Missed, type TranscriptOf, type VendorApi, VendorError } from '../vendors/vendor-api.ts';
import type { Outage } from './outages.ts';
import { createRecover } from './recover.ts';
import { manualClock } from './testing/manual-clock.ts';
import { tempLog } from './testing/temp-log.ts';

const outage: Outage = { from: NOW - HOUR, to: NOW, cause: 'path' };
const nothing: Missed = { facts: [], transcripts: [] };
const iso = (ms: number) => new Date(ms).toISOString();
const later = (retryAfterMs?: number) =>
  new VendorError('vendor_unreachable', 'away', {
    mayPass: true,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
const never = () => new VendorError('vendor_forbidden', 'no', { mayPass: false });

/** A real store, a clock that is moved by hand, and endpoints whose vendor answers what it is told to. */
function start(ids: readonly string[] = ['ep_1']) {
  const store = startStore();
  const hand = manualClock(NOW);
  const { log, written } = tempLog();
  const endpoints = ids.map((id) => ({ id, vendor: 'unith', name: id }) as Endpoint);
  const asked: { endpointId: string; ref: string | undefined; from: number; to: number }[] = [];
  const told: [string, number][] = [];
  const transcripts: [string, TranscriptOf][] = [];
  const vendor = { api: undefined as Pick<VendorApi, 'missed'> | undefined };
  let answer: (endpointId: string, from: number, to: number) => Promise<Missed> = async () => nothing;
  let failing: AppError | undefined;
  const recover = createRecover(
    {
      log,
      registered: () => [...endpoints],
      apiOf: ({ id }) =>
        vendor.api ?? {
          missed: (ref, from, to) => {
            asked.push({ endpointId: id, ref, from, to });
            return answer(id, from, to);
          },
        },
      refOf: (id) => `ref of ${id}`,
      async keep(fetched) {
        if (failing) throw failing;
        return store.keep(fetched);
      },
      transcript: (id, of) => void transcripts.push([id, of]),
      told: ({ id }, added) => void told.push([id, added]),
    },
    hand.clock,
  );
  onTestFinished(() => recover.stop());
  return {
    ...hand,
    store,
    endpoints,
    asked,
    told,
    transcripts,
    vendor,
    written,
    recover,
    answer(next: typeof answer): void {
      answer = next;
    },
    fail(error: AppError | undefined): void {
      failing = error;
    },
    /** Until something waits. */
    waits: () => vi.waitUntil(() => hand.due().length > 0, { timeout: 5000, interval: 1 }),
    /** Goes on from one wait to the next until it is done. @returns how long each was */
    async finish(done: Promise<void>): Promise<number[]> {
      const pauses: number[] = [];
      let isDone = false;
      const end = () => {
        isDone = true;
      };
      done.then(end, end);
      for (let i = 0; i < 100 && !isDone; i++) {
        await vi.waitUntil(() => isDone || hand.due().length > 0, { timeout: 5000, interval: 1 });
        if (isDone) break;
        pauses.push(hand.due()[0] ?? 0);
        hand.next();
      }
      await done;
      return pauses;
    },
    events: () => store.read().feedPage({ limit: 500 }).events.toReversed(),
    gaps: () =>
      store
        .read()
        .feedPage({ limit: 500, kinds: ['gap'] })
        .events.map(({ endpointId, data }) => ({ endpointId, ...data }))
        .reverse(),
  };
}

const ended = (vendorSessionId: string) =>
  fetchedChat('', {
    kind: 'session.ended',
    vendorSessionId,
    data: {},
    key: `ended ${vendorSessionId}`,
    unlessTold: true,
  });

test('what the vendor could not deliver is fetched, and the gap tells how much', async () => {
  const { recover, answer, finish, asked, told, events, transcripts } = start();
  answer(async () => ({ facts: [ended('v1')], missed: 3, transcripts: [{ vendorSessionId: 'v1' }] }));
  expect(await finish(recover.begin(outage))).toEqual([3_000]);
  expect(asked).toEqual([{ endpointId: 'ep_1', ref: 'ref of ep_1', from: outage.from, to: outage.to }]);
  expect(events()).toMatchObject([
    { kind: 'session.ended', source: 'fetched' },
    {
      kind: 'gap',
      source: 'app',
      data: { from: iso(outage.from), to: iso(outage.to), cause: 'path', recovered: 1, missed: 3 },
    },
  ]);
  expect(told).toEqual([['ep_1', 1]]);
  expect(transcripts).toEqual([['ep_1', { vendorSessionId: 'v1' }]]);
  await finish(recover.begin(outage));
  expect(events()).toHaveLength(2);
  expect(told).toHaveLength(1);
});

test.each<[string, Missed]>([
  ['none', nothing],
  ['a count of none', { ...nothing, missed: 0 }],
])('where the vendor says that nothing was missed (%s), there is no gap', async (_, missed) => {
  const { recover, answer, finish, events, told } = start();
  answer(async () => missed);
  await finish(recover.begin(outage));
  expect(events()).toEqual([]);
  expect(told).toEqual([]);
});

test('what has arrived by itself leaves no gap, and its transcripts are fetched all the same', async () => {
  const { recover, answer, finish, store, gaps, told, transcripts } = start();
  await store.submit(accepted({ fact: { kind: 'session.ended', vendorSessionId: 'v1' } }));
  answer(async () => ({ facts: [ended('v1')], transcripts: [{ vendorSessionId: 'v1' }] }));
  await finish(recover.begin(outage));
  expect(gaps()).toEqual([]);
  expect(told).toEqual([]);
  expect(transcripts).toHaveLength(1);
});

test.each(['has no such thing', 'cannot be asked'])('where a vendor %s, the gap says so', async (what) => {
  const { recover, answer, finish, vendor, gaps, told } = start();
  if (what === 'has no such thing') vendor.api = {};
  else answer(() => Promise.reject(never()));
  expect(await finish(recover.begin({ ...outage, cause: 'closed' }))).toEqual([3_000]);
  expect(gaps()).toEqual([
    { endpointId: 'ep_1', from: iso(outage.from), to: iso(outage.to), cause: 'closed', recovered: 0 },
  ]);
  expect(told).toEqual([['ep_1', 0]]);
});

test('a vendor that is away is asked for some minutes, then the gap is written all the same', async () => {
  const { recover, answer, finish, asked, gaps, written } = start();
  answer(() => Promise.reject(later()));
  expect(await finish(recover.begin(outage))).toEqual([3_000, 2_000, 10_000, 30_000, 60_000, 120_000]);
  expect(asked).toHaveLength(6);
  expect(gaps()).toMatchObject([{ recovered: 0 }]);
  expect(written()).toContain('could not be asked for');
});

test('it is asked until it answers, and as long as it wishes, within reason', async () => {
  const { recover, answer, finish, asked, gaps } = start();
  const errors = [later(), later(50_000), later(1e9)];
  answer(async () => {
    const error = errors.shift();
    if (error) throw error;
    return { ...nothing, missed: 1 };
  });
  expect(await finish(recover.begin(outage))).toEqual([3_000, 2_000, 50_000, 120_000]);
  expect(asked).toHaveLength(4);
  expect(gaps()).toMatchObject([{ missed: 1 }]);
});

test('endpoints are asked one after the other, whatever becomes of the one before', async () => {
  const { recover, answer, finish, gaps } = start(['ep_1', 'ep_2', 'ep_3']);
  let running = 0;
  let most = 0;
  answer(async (id) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    if (id === 'ep_2') throw never();
    return { ...nothing, missed: 1 };
  });
  await finish(recover.begin(outage));
  expect(most).toBe(1);
  expect(gaps().map(({ endpointId }) => endpointId)).toEqual(['ep_1', 'ep_2', 'ep_3']);
});

test('adjacent outages of an endpoint are one; one that is apart stands by itself', async () => {
  const { recover, answer, finish, gaps } = start();
  answer(async () => ({ ...nothing, missed: 1 }));
  const flapping = [
    { from: NOW, to: NOW + 5_000 },
    { from: NOW + 20_000, to: NOW + 30_000 },
    { from: NOW + 25_000, to: NOW + 40_000 },
    { from: NOW + HOUR, to: NOW + HOUR + 5_000 },
    { from: NOW - 10_000, to: NOW - 1000 },
  ].map((times) => recover.begin({ ...times, cause: 'path' }));
  await finish(Promise.all(flapping).then(() => undefined));
  expect(gaps()).toMatchObject([
    { from: iso(NOW - 10_000), to: iso(NOW + 40_000) },
    { from: iso(NOW + HOUR), to: iso(NOW + HOUR + 5_000) },
  ]);
});

test('an outage that follows while the vendor is asked is asked for with it', async () => {
  const { recover, answer, finish, asked, next, gaps } = start();
  const { promise, resolve } = Promise.withResolvers<Missed>();
  answer(() => promise);
  const first = recover.begin(outage);
  next();
  await vi.waitUntil(() => asked.length === 1, { interval: 1 });
  const second = recover.begin({ from: NOW + 5_000, to: NOW + 9_000, cause: 'path' });
  resolve({ ...nothing, missed: 1 });
  answer(async () => ({ ...nothing, missed: 2 }));
  await finish(Promise.all([first, second]).then(() => undefined));
  expect(asked.map(({ from, to }) => [from, to])).toEqual([
    [outage.from, NOW],
    [outage.from, NOW + 9_000],
  ]);
  expect(gaps()).toMatchObject([{ from: iso(outage.from), to: iso(NOW + 9_000), missed: 2 }]);
});

test('a store that takes no writes is tried again; where it stays so, that is told to who asked', async () => {
  const { recover, answer, finish, fail, next, waits, gaps } = start();
  answer(async () => ({ ...nothing, missed: 1 }));
  fail(new AppError('store_failed', 'full'));
  const first = recover.begin(outage);
  next();
  await waits();
  fail(undefined);
  await finish(first);
  expect(gaps()).toHaveLength(1);
  fail(new AppError('not_available', 'away'));
  const second = recover.begin({ from: NOW + HOUR, to: NOW + HOUR + 5, cause: 'path' });
  await expect(finish(second)).rejects.toMatchObject({ code: 'not_available' });
  fail(undefined);
  await finish(recover.begin({ from: NOW + HOUR, to: NOW + HOUR + 5, cause: 'path' }));
  expect(gaps()).toHaveLength(2);
});

test('an endpoint that is removed meanwhile gets nothing', async () => {
  const { recover, answer, finish, endpoints, events, asked } = start(['ep_1', 'ep_2']);
  answer(async (id) => {
    if (id === 'ep_1') endpoints.length = 0;
    return { ...nothing, missed: 1 };
  });
  await finish(recover.begin(outage));
  expect(asked.map(({ endpointId }) => endpointId)).toEqual(['ep_1']);
  expect(events()).toEqual([]);
});

test('who is stopped writes nothing and says nothing, so that it is begun again at the next start', async () => {
  const { recover, answer, asked, next, events } = start(['ep_1', 'ep_2']);
  const { promise, resolve } = Promise.withResolvers<Missed>();
  answer(() => promise);
  let settled = false;
  const note = () => {
    settled = true;
  };
  recover.begin(outage).then(note, note);
  next();
  next();
  await vi.waitUntil(() => asked.length === 1, { interval: 1 });
  recover.stop();
  resolve({ ...nothing, missed: 1 });
  await new Promise((done) => setImmediate(done));
  expect(settled).toBe(false);
  expect(events()).toEqual([]);
  expect(asked).toHaveLength(1);
});

test('very much is kept part by part, and counted as one', async () => {
  const { recover, answer, finish, store, gaps } = start();
  const facts = Array.from({ length: 1234 }, (_, i) => ({ ...ended(`v${i}`), occurredAt: NOW - i }));
  answer(async () => ({ ...nothing, facts }));
  await finish(recover.begin(outage));
  const sizes = store.told.committed.map(({ events }) => events.length);
  expect(sizes.length).toBeGreaterThan(1);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(501);
  expect(gaps()).toMatchObject([{ recovered: 1234 }]);
  const times = store.told.committed
    .flatMap(({ events }) => events.slice(0, -1))
    .map((one) => one.occurredAt);
  expect(times).toEqual([...times].sort());
});

test('bitHuman: what its log shows as lost is fetched, what arrived is not told twice', async () => {
  const server = await startBithumanServer({ pauses: [] });
  onTestFinished(() => server.close());
  const { recover, vendor, finish, store, events } = start();
  const api = bithuman.openApi?.({
    credentials: { apiSecret: server.apiSecret },
    options: { apiBase: server.url },
  });
  if (!api?.missed) throw new Error('bitHuman tells what was missed');
  const ref = (await api.create({ url: await deadUrl(), events: [], active: true })).ref ?? '';
  vendor.api = { missed: (_, from, to) => api.missed?.(ref, from, to) ?? Promise.reject(never()) };
  server.agents.push(
    { code: 'A1', name: 'One', status: 'ready' },
    { code: 'A2', name: 'Two', status: 'ready' },
    { code: 'A3', name: 'Three', status: 'generating' },
  );
  await store.submit(accepted({ fact: { kind: 'agent.ready', agentId: 'A1' } }));
  const from = Date.now() - 1000;
  await server.deliver('agent.ready', { agent_id: 'A2', code: 'A2' });
  const times: Outage = { from, to: Date.now() + 1000, cause: 'path' };
  await finish(recover.begin(times));
  expect(events()).toMatchObject([
    { source: 'delivery', agentId: 'A1' },
    { source: 'fetched', kind: 'agent.ready', agentId: 'A2' },
    { kind: 'gap', data: { missed: 1, recovered: 1 } },
  ]);
  await finish(recover.begin(times));
  await finish(recover.begin({ ...times, from: from + 1, to: times.to + 1 }));
  expect(events().filter(({ source }) => source === 'fetched')).toHaveLength(1);
});

test('UNITH: conversations of the time are fetched with their beginning and end, and no gap where there were none', async () => {
  const server = await startUnithServer();
  onTestFinished(() => server.close());
  const { recover, vendor, finish, events, gaps, transcripts } = start();
  const head = server.heads[0]?.id ?? '';
  vendor.api = unith.openApi?.({
    credentials: server.account,
    options: { apiBase: server.url, dataBase: server.url, headId: head },
  });
  await finish(recover.begin(outage));
  expect(gaps()).toEqual([]);
  const at = (minutes: number) => iso(outage.from + minutes * 60_000);
  server.converse({ session_id: 's1', start_time: at(10), end_time: at(15) });
  server.converse({ session_id: 's2', start_time: at(50) });
  server.converse({ session_id: 'before', start_time: at(-20), end_time: at(-10) });
  await finish(recover.begin(outage));
  expect(events()).toMatchObject([
    { kind: 'session.started', occurredAt: at(10), agentId: head },
    { kind: 'session.ended', occurredAt: at(15) },
    { kind: 'session.started', occurredAt: at(50) },
    { kind: 'gap', data: { recovered: 3 } },
  ]);
  expect(transcripts.map(([, { vendorSessionId }]) => vendorSessionId)).toEqual(['s1']);
});

test('UNITH that is away is asked again until it is back', async () => {
  const server = await startUnithServer();
  onTestFinished(() => server.close());
  const { recover, vendor, finish, gaps, next, waits } = start();
  vendor.api = unith.openApi?.({
    credentials: server.account,
    options: { apiBase: server.url, dataBase: server.url },
  });
  server.converse({ session_id: 's1', start_time: iso(NOW - 60_000) });
  server.fail({ status: 503, retryAfter: '3' }, { times: 1 });
  const done = recover.begin(outage);
  next();
  await waits();
  expect(gaps()).toEqual([]);
  await finish(done);
  expect(gaps()).toMatchObject([{ recovered: 1 }]);
});

/** Where nobody listens. */
async function deadUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/hooks/x`;
}
