import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FetchedFact } from '../vendors/vendor-api.ts';
import { NotStored } from './committer.ts';
import { retentionStep } from './retention.ts';
import { sweep } from './sweep.ts';
import { accepted, DAY, fetched, fetchedChat, HOUR, NOW, startStore } from './testing/temp-store.ts';

const list = { limit: 500 };
const limits = { retentionDays: 30, retentionBytes: 2 ** 40, sessionQuietMinutes: 30 };
const iso = (ms: number) => new Date(ms).toISOString();
const gap = (over: object = {}) => ({
  from: iso(NOW - HOUR),
  to: iso(NOW),
  cause: 'path' as const,
  always: true,
  ...over,
});
const ended = (over: Partial<FetchedFact> = {}) =>
  fetchedChat('', { kind: 'session.ended', data: {}, key: 'ended v1', unlessTold: true, ...over });
const ready = (agentId: string, over: Partial<FetchedFact> = {}): FetchedFact => ({
  kind: 'agent.ready',
  occurredAt: NOW,
  agentId,
  data: {},
  key: `ready ${agentId}`,
  unlessTold: true,
  ...over,
});

test('each fact is an event that no delivery brought, in one commit, and told', () => {
  const { keep, told, read } = startStore();
  expect(keep(fetched([fetchedChat('hello', { agentId: 'A1' }), fetchedChat('bye')]))).toEqual({
    added: 2,
    gap: false,
  });
  expect(told.committed).toHaveLength(1);
  const [changes] = told.committed;
  expect(changes).toMatchObject({
    events: [
      { seq: 1, source: 'fetched', deliveryId: null, verified: true, agentId: 'A1', endpointId: 'ep_1' },
      { seq: 2, source: 'fetched', data: { role: 'user', text: 'bye' }, receivedAt: iso(NOW) },
    ],
    sessions: [{ vendorSessionId: 'v1', messages: 2, lastText: { text: 'bye' } }],
    deliveries: [],
    reached: [],
  });
  expect(read().feedPage(list).events).toEqual(changes?.events.toReversed());
});

test('a fact is kept once an endpoint, however often it is fetched, over restarts', () => {
  const first = startStore();
  const what = fetched([fetchedChat('hello'), fetchedChat('hello')]);
  expect(first.keep(what).added).toBe(1);
  expect(first.keep(what).added).toBe(0);
  expect(first.told.committed).toHaveLength(1);
  first.close();
  const { keep, read } = startStore(first.file);
  expect(keep(what).added).toBe(0);
  expect(keep({ ...what, endpointId: 'ep_2' }).added).toBe(1);
  expect(read().feedPage(list).events).toHaveLength(2);
});

test('keys may be of any length and hold anything', () => {
  const { keep } = startStore();
  const keys = ['', ' ', 'x'.repeat(10_000), `${'x'.repeat(10_000)}y`, "'; --", '\0', '😀'];
  const facts = keys.map((key) => fetchedChat('x', { key }));
  expect(keep(fetched(facts)).added).toBe(keys.length);
  expect(keep(fetched(facts)).added).toBe(0);
});

test('what its session was told already is left out, from whichever end', async () => {
  const { keep, submit } = startStore();
  const say = (kind: 'session.started' | 'session.ended', vendorSessionId: string, endpointId = 'ep_1') =>
    submit(accepted({ endpointId, fact: { kind, vendorSessionId, occurredAt: NOW } }));
  await say('session.ended', 'v1');
  await say('session.ended', 'elsewhere', 'ep_2');
  expect(keep(fetched([ended(), ended({ key: 'another', occurredAt: NOW + HOUR })])).added).toBe(0);
  expect(
    keep(fetched([ended({ kind: 'session.started', key: 'started', occurredAt: NOW - HOUR })])).added,
  ).toBe(1);
  expect(keep(fetched([ended({ vendorSessionId: 'elsewhere', key: 'e' })])).added).toBe(1);
  // One that was fetched counts as told as well, also within one call.
  const twice = [ended({ vendorSessionId: 'v2', key: 'a' }), ended({ vendorSessionId: 'v2', key: 'b' })];
  expect(keep(fetched(twice)).added).toBe(1);
});

test('in a long session its beginning and its end are looked at', async () => {
  const { keep, submit } = startStore();
  const at = (kind: 'session.started' | 'chat.message' | 'session.ended', occurredAt: number) =>
    submit(
      accepted({ fact: { kind, vendorSessionId: 'v1', occurredAt, data: { role: 'user', text: 'x' } } }),
    );
  await at('session.started', NOW);
  await Promise.all(Array.from({ length: 2500 }, (_, i) => at('chat.message', NOW + 1 + i)));
  expect(keep(fetched([ended({ kind: 'session.started', key: 's' })])).added).toBe(0);
  await at('session.ended', NOW + 3000);
  expect(keep(fetched([ended()])).added).toBe(0);
});

test('where there is no session, the agent counts, folded or not', async () => {
  const { keep, submit, committer } = startStore();
  const say = (agentId: string) => submit(accepted({ fact: { kind: 'agent.ready', agentId } }));
  await say('A1');
  committer.attempt((writer) => writer.foldNow());
  await say('A2');
  const facts = ['A1', 'A2', 'A3'].map((id) => ready(id));
  expect(keep(fetched(facts, { endpointId: 'ep_2' })).added).toBe(3);
  expect(keep(fetched(facts)).added).toBe(1);
  expect(keep(fetched([ready('A1', { kind: 'agent.failed', key: 'failed A1' })])).added).toBe(1);
  expect(keep(fetched([ready('A1', { key: 'again', unlessTold: false })])).added).toBe(1);
});

test('a sample tells nothing', async () => {
  const { keep, submit } = startStore();
  const sampleMark = 'mark';
  await submit({ ...accepted({ fact: { kind: 'agent.ready', agentId: 'A1' } }), sampleMark });
  await submit({ ...accepted({ fact: { kind: 'session.ended', vendorSessionId: 'v1' } }), sampleMark });
  expect(keep(fetched([ready('A1'), ended()])).added).toBe(2);
});

test('a session lists fetched and delivered events by when they happened', async () => {
  const { keep, submit, read, committer } = startStore();
  const say = (text: string, occurredAt: number) =>
    submit(
      accepted({
        fact: { kind: 'chat.message', vendorSessionId: 'v1', occurredAt, data: { role: 'user', text } },
      }),
    );
  await say('2', NOW + 2);
  await say('5', NOW + 5);
  keep(
    fetched([
      fetchedChat('4', { occurredAt: NOW + 4 }),
      fetchedChat('1', { occurredAt: NOW + 1 }),
      fetchedChat('3', { occurredAt: NOW + 3 }),
    ]),
  );
  const { events, session } = read().sessionGet({ sessionId: `s1-${committer.storeId()}` });
  expect(events.map(({ data }) => data.text)).toEqual(['5', '4', '3', '2', '1']);
  expect(session).toMatchObject({ messages: 5, lastText: { text: '5' }, state: 'live' });
});

test('a transcript leaves a session ended, and where it stands in the list', async () => {
  const { keep, submit, read, told } = startStore();
  await submit(
    accepted({
      fact: { kind: 'session.ended', vendorSessionId: 'v1', occurredAt: NOW - DAY },
      receivedAt: NOW - DAY,
    }),
  );
  await submit(accepted({ fact: { kind: 'session.started', vendorSessionId: 'v2' } }));
  keep(
    fetched([
      fetchedChat('a', { occurredAt: NOW - DAY - 5 }),
      fetchedChat('b', { occurredAt: NOW - DAY + 5 }),
    ]),
  );
  expect(told.committed.at(-1)?.sessions).toMatchObject([
    { state: 'ended', endedAt: iso(NOW - DAY), messages: 2, lastText: { role: 'user', text: 'b' } },
  ]);
  expect(read().sessionList(list).sessions).toMatchObject([
    { vendorSessionId: 'v2', state: 'live' },
    { vendorSessionId: 'v1', state: 'ended', messages: 2 },
  ]);
});

test('what is old does not bring a session to life, nor keep it alive', async () => {
  const { keep, submit, read, committer } = startStore();
  const receivedAt = NOW - HOUR;
  const started = { kind: 'session.started', vendorSessionId: 'v1', occurredAt: receivedAt } as const;
  await submit(accepted({ receivedAt, fact: started }));
  await sweep(committer, limits, () => undefined, NOW);
  expect(read().sessionList(list).sessions).toMatchObject([{ state: 'ended', endedAt: iso(receivedAt) }]);
  keep(
    fetched([
      fetchedChat('late word', { occurredAt: receivedAt + 1000 }),
      fetchedChat('', {
        kind: 'session.started',
        vendorSessionId: 'v2',
        occurredAt: NOW - DAY,
        key: 's',
        data: {},
      }),
      fetchedChat('', {
        kind: 'session.started',
        vendorSessionId: 'v3',
        occurredAt: NOW - 5,
        key: 't',
        data: {},
      }),
    ]),
  );
  expect(read().sessionList(list).sessions).toContainEqual(
    expect.objectContaining({ vendorSessionId: 'v1', state: 'ended', endedAt: iso(receivedAt + 1000) }),
  );
  await sweep(committer, limits, () => undefined, NOW);
  const states = read()
    .sessionList(list)
    .sessions.map(({ vendorSessionId, state }) => `${vendorSessionId} ${state}`);
  expect(states.sort()).toEqual(['v1 ended', 'v2 ended', 'v3 live']);
});

test('a session that goes on is live again by its next delivery', async () => {
  const { keep, submit, read } = startStore();
  keep(fetched([ended()]));
  await submit(accepted({ fact: { kind: 'session.started', vendorSessionId: 'v1', occurredAt: NOW + 5 } }));
  expect(read().sessionList(list).sessions).toMatchObject([{ state: 'live' }]);
});

test('a gap is written where nothing was recovered, too, and once for its times', () => {
  const { keep, read } = startStore();
  expect(keep(fetched([], { gap: gap({ missed: 2 }) }))).toEqual({ added: 0, gap: true });
  expect(keep(fetched([], { gap: gap() }))).toEqual({ added: 0, gap: false });
  expect(keep(fetched([], { gap: gap(), endpointId: 'ep_2' })).gap).toBe(true);
  expect(keep(fetched([], { gap: gap({ to: iso(NOW + 1) }) })).gap).toBe(true);
  expect(
    read()
      .feedPage({ ...list, endpointId: 'ep_1', kinds: ['gap'] })
      .events.at(-1),
  ).toMatchObject({
    kind: 'gap',
    source: 'app',
    deliveryId: null,
    occurredAt: iso(NOW - HOUR),
    data: { from: iso(NOW - HOUR), to: iso(NOW), cause: 'path', recovered: 0, missed: 2 },
  });
});

test('a gap counts what came with it and before it; where it must not stand alone, it stands with something', () => {
  const { keep, read } = startStore();
  const maybe = gap({ always: false });
  expect(keep(fetched([], { gap: maybe }))).toEqual({ added: 0, gap: false });
  keep(fetched([fetchedChat('known')]));
  expect(keep(fetched([fetchedChat('known')], { gap: maybe }))).toEqual({ added: 0, gap: false });
  const two = [fetchedChat('new'), fetchedChat('known'), fetchedChat('newer')];
  expect(keep(fetched(two, { gap: { ...maybe, recovered: 500 } }))).toEqual({ added: 2, gap: true });
  const [event] = read().feedPage(list).events;
  expect(event?.data).toEqual({ from: maybe.from, to: maybe.to, cause: 'path', recovered: 502 });
  expect(event).not.toHaveProperty('sessionId');
});

test('times that are none give way', () => {
  const { keep, read } = startStore();
  const nonsense = [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e300];
  keep(fetched([fetchedChat('timed', { occurredAt: NOW - 10.4 })]));
  keep(fetched(nonsense.map((occurredAt, i) => fetchedChat(`${i}`, { occurredAt }))));
  // Beside others they stand before the first that has a time.
  keep(
    fetched([
      fetchedChat('first', { vendorSessionId: 'v2', occurredAt: 0 }),
      fetchedChat('second', { vendorSessionId: 'v2', occurredAt: NOW - 5 }),
    ]),
  );
  keep(fetched([fetchedChat('alone', { vendorSessionId: 'v3', occurredAt: 0 })]));
  const times = read()
    .feedPage(list)
    .events.map(({ data, occurredAt }) => [data.text, Date.parse(occurredAt) - NOW]);
  expect(times.toReversed()).toEqual([
    ['timed', -10],
    ...nonsense.map((_, i) => [`${i}`, -10]),
    ['first', -5],
    ['second', -5],
    ['alone', 0],
  ]);
});

test('a write that fails keeps nothing of it, and can be made again', () => {
  const { keep, committer, read, told } = startStore();
  const what = fetched([fetchedChat('a'), fetchedChat('b')], { gap: gap() });
  const broken = fetched([...what.facts, fetchedChat('c', { data: { n: 1n as never } })], { gap: gap() });
  expect(() => keep(broken)).toThrow(NotStored);
  committer.database().pragma('query_only = ON');
  expect(() => keep(what)).toThrow(expect.objectContaining({ code: 'store_failed' }));
  committer.database().pragma('query_only = OFF');
  expect(read().feedPage(list).events).toEqual([]);
  expect(told.committed).toEqual([]);
  expect(keep(what)).toEqual({ added: 2, gap: true });
  expect(
    read()
      .feedPage(list)
      .events.map(({ seq }) => seq),
  ).toEqual([3, 2, 1]);
});

test('retention takes events and keys together, by their age', async () => {
  const { keep, committer, read } = startStore();
  const old = fetched([fetchedChat('old')], { receivedAt: NOW - 31 * DAY, gap: gap() });
  keep(old);
  // What happened long ago and was fetched today is of today.
  keep(fetched([fetchedChat('new', { occurredAt: NOW - 40 * DAY, vendorSessionId: 'v2' })]));
  expect(await sweep(committer, limits, () => undefined, NOW)).toBe(true);
  expect(read().feedPage(list).events).toMatchObject([{ data: { text: 'new' } }]);
  expect(read().sessionList(list).sessions).toMatchObject([{ vendorSessionId: 'v2' }]);
  expect(committer.database().prepare('SELECT seq FROM fetched').pluck().all()).toEqual([3]);
  expect(keep({ ...old, receivedAt: NOW })).toEqual({ added: 1, gap: true });
});

test('over the size, what was fetched goes as what was delivered does: the oldest first, until all is gone', async () => {
  const { keep, submit, committer, read } = startStore();
  for (let i = 0; i < 300; i++) {
    await submit(accepted({ fact: { kind: 'session.ended', vendorSessionId: `v${i}` } }));
    keep(fetched([fetchedChat(`word ${i}`, { vendorSessionId: `v${i}` })]));
  }
  const step = () => committer.attempt((_, db) => retentionStep(db, { receivedBefore: 0, maxBytes: 1 }));
  step();
  const left = read().feedPage({ ...list, after: 0 }).events;
  const sources = (source: string) => left.filter((event) => event.source === source).length;
  expect(sources('delivery')).toBe(200);
  expect(sources('fetched')).toBe(250);
  for (let i = 0; i < 50 && step(); i++);
  const count = (table: string) =>
    committer.database().prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  for (const table of ['events', 'deliveries', 'fetched', 'sessions']) expect(count(table), table).toBe(0);
});

test('any mix of delivered, fetched, rolled back, folded and restarted is what the rule says', async () => {
  const fact = fc.record({
    kind: fc.constantFrom('session.started' as const, 'session.ended' as const, 'chat.message' as const),
    session: fc.constantFrom('v1', 'v2'),
    at: fc.nat(5),
    key: fc.constantFrom('a', 'b', 'c', 'd'),
    unlessTold: fc.boolean(),
  });
  const step = fc.record({
    endpointId: fc.constantFrom('ep_1', 'ep_2'),
    facts: fc.array(fact, { maxLength: 4 }),
    how: fc.constantFrom('deliver', 'fetch', 'fetch', 'roll back', 'fold', 'restart'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
      let store = startStore();
      const kept: { endpointId: string; kind: string; session: string; at: number; key?: string }[] = [];
      for (const { endpointId, facts, how } of steps) {
        if (how === 'deliver') {
          for (const { kind, session, at } of facts) {
            const data = { role: 'user', text: 'x' };
            await store.submit(
              accepted({ endpointId, fact: { kind, vendorSessionId: session, occurredAt: NOW + at, data } }),
            );
            kept.push({ endpointId, kind, session, at });
          }
          continue;
        }
        const what = fetched(
          facts.map(({ session, at, ...rest }) => ({
            ...rest,
            vendorSessionId: session,
            occurredAt: NOW + at,
            data: { role: 'user', text: 'x' },
          })),
          { endpointId },
        );
        if (how === 'roll back') {
          expect(() =>
            store.committer.attempt((writer) => {
              writer.recordFetched(what);
              throw new Error('no');
            }),
          ).toThrow();
        }
        if (how === 'fold') store.committer.attempt((writer) => writer.foldNow());
        if (how === 'restart') {
          store.close();
          store = startStore(store.file);
        }
        let added = 0;
        for (const { kind, session, at, key, unlessTold } of facts.toSorted((a, b) => a.at - b.at)) {
          const own = kept.filter((one) => one.endpointId === endpointId);
          if (own.some((one) => one.key === key)) continue;
          if (unlessTold && own.some((one) => one.session === session && one.kind === kind)) continue;
          kept.push({ endpointId, kind, session, at, key });
          added++;
        }
        expect(store.keep(what).added).toBe(added);
      }
      const reader = store.read();
      const shown = reader.feedPage(list).events.toReversed();
      expect(shown.map(({ endpointId, kind, occurredAt }) => [endpointId, kind, occurredAt])).toEqual(
        kept.map(({ endpointId, kind, at }) => [endpointId, kind, iso(NOW + at)]),
      );
      for (const session of reader.sessionList(list).sessions) {
        const own = kept.filter(
          (one) => one.endpointId === session.endpointId && one.session === session.vendorSessionId,
        );
        expect(session).toMatchObject({
          messages: own.filter(({ kind }) => kind === 'chat.message').length,
          startedAt: iso(NOW + Math.min(...own.map(({ at }) => at))),
          lastAt: iso(NOW + Math.max(...own.map(({ at }) => at))),
        });
      }
      store.close();
    }),
    { numRuns: 60 },
  );
});
