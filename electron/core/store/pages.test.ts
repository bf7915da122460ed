import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { eventKinds, type FeedEvent } from '../../../shared/events.ts';
import { openReader } from './open.ts';
import { createReader } from './reader.ts';
import { accepted, NOW, rejected, startStore } from './testing/temp-store.ts';

const kinds = eventKinds.slice(0, 5);
const endpoints = ['ep_1', 'ep_2', 'ep_3'];
const vendors = ['bithuman', 'unith', 'unith'];

/** 300 events of mixed kinds, endpoints and sessions; the same each time. */
async function mixed() {
  const store = startStore();
  await Promise.all(
    Array.from({ length: 300 }, (_, i) =>
      store.submit(
        accepted({
          endpointId: endpoints[(i * 7) % 3] ?? '',
          vendor: vendors[(i * 7) % 3] ?? '',
          fact: {
            ...(i % 3 !== 0 && { agentId: `A${i % 7}` }),
            kind: kinds[(i * i) % 5] ?? 'unknown',
            occurredAt: NOW + ((i * 13) % 50),
            ...(i % 4 !== 0 && { vendorSessionId: `v${(i * 3) % 5}` }),
          },
        }),
      ),
    ),
  );
  return store;
}

test('what is looked for is found in steps of so many rows, in both directions, and each once', async () => {
  const { read, file } = await mixed();
  const all = [...read().feedPage({ limit: 500 }).events];
  const db = openReader(file);
  onTestFinished(() => void db.close());
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('before' as const, 'after' as const),
      fc.constantFrom('A1', 'A4', 'A9'),
      (looksAt, limit, edge, agentId) => {
        const reader = createReader(db, looksAt);
        const found: FeedEvent[] = [];
        let at = edge === 'before' ? 301 : 0;
        for (let steps = 0; ; steps++) {
          const page = reader.feedPage({ agentId, limit, [edge]: at });
          found.push(...(edge === 'before' ? page.events : page.events.toReversed()));
          if (!page.more) break;
          expect(steps).toBeLessThan(301);
          at = page.reached ?? found.at(-1)?.seq ?? Number.NaN;
        }
        const wanted = all.filter((event) => event.agentId === agentId);
        expect(found).toEqual(edge === 'before' ? wanted : wanted.toReversed());
      },
    ),
  );
});

test('each page of the feed is what a plain filter would give', async () => {
  const { read, committer } = await mixed();
  const reader = read();
  const all = [...reader.feedPage({ limit: 500 }).events];
  expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 300 }, (_, i) => 300 - i));
  const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  fc.assert(
    fc.property(
      fc.record({
        limit: fc.integer({ min: 1, max: 60 }),
        edge: some(
          fc.tuple(fc.constantFrom('before' as const, 'after' as const), fc.integer({ min: 0, max: 310 })),
        ),
        endpointId: some(fc.constantFrom(...endpoints, 'ep_none')),
        session: some(fc.integer({ min: 1, max: 16 })),
        vendor: some(fc.constantFrom(...vendors, 'none')),
        agentId: some(fc.constantFrom('A1', 'A4', 'A9')),
        kinds: some(fc.array(fc.constantFrom(...kinds, 'gap' as const), { minLength: 1, maxLength: 6 })),
      }),
      ({ limit, edge, endpointId, session, kinds, vendor, agentId }) => {
        const sessionId = session === undefined ? undefined : `s${session}-${committer.storeId()}`;
        const matching = all.filter(
          (event) =>
            (vendor === undefined || event.vendor === vendor) &&
            (agentId === undefined || event.agentId === agentId) &&
            (endpointId === undefined || event.endpointId === endpointId) &&
            (sessionId === undefined || event.sessionId === sessionId) &&
            (kinds === undefined || kinds.includes(event.kind as (typeof kinds)[0])) &&
            (edge === undefined || (edge[0] === 'before' ? event.seq < edge[1] : event.seq > edge[1])),
        );
        const wanted = edge?.[0] === 'after' ? matching.slice(-limit) : matching.slice(0, limit);
        const page = reader.feedPage({
          limit,
          ...(edge && { [edge[0]]: edge[1] }),
          ...(vendor !== undefined && { vendor }),
          ...(agentId !== undefined && { agentId }),
          ...(endpointId !== undefined && { endpointId }),
          ...(sessionId !== undefined && { sessionId }),
          ...(kinds && { kinds }),
        });
        expect(page.events.map(({ seq }) => seq)).toEqual(wanted.map(({ seq }) => seq));
        expect(page.more).toBe(matching.length > limit);
      },
    ),
    { numRuns: 400 },
  );
});

test('before and after together are bad input; an unknown session has no events', async () => {
  const reader = startStore().read();
  expect(() => reader.feedPage({ before: 5, after: 1, limit: 5 })).toThrow(
    expect.objectContaining({ code: 'bad_input' }),
  );
  expect(reader.feedPage({ sessionId: 'nobody', limit: 5 })).toEqual({ events: [], more: false });
});

test('deliveries come page after page, each once, by endpoint and verdict', async () => {
  const { submit, read } = startStore();
  await Promise.all(
    Array.from({ length: 60 }, (_, i) => {
      const endpointId = endpoints[i % 2] ?? '';
      if (i % 3 === 0) return submit(rejected({ endpointId }));
      return submit(accepted({ endpointId, verdict: i % 3 === 1 ? 'verified' : 'unproved' }));
    }),
  );
  const reader = read();
  const all = reader.deliveryList({ limit: 500 }).deliveries;
  expect(all).toHaveLength(60);
  for (const endpointId of [undefined, 'ep_1', 'ep_2']) {
    for (const verdict of [undefined, 'verified', 'unproved', 'rejected'] as const) {
      const filter = { ...(endpointId && { endpointId }), ...(verdict && { verdict }) };
      const paged: string[] = [];
      for (let before: string | undefined; ; ) {
        const page = reader.deliveryList({ limit: 7, ...filter, ...(before && { before }) });
        paged.push(...page.deliveries.map(({ id }) => id));
        if (!page.more) break;
        before = paged.at(-1);
      }
      const wanted = all.filter(
        (one) => (!endpointId || one.endpointId === endpointId) && (!verdict || one.verdict === verdict),
      );
      expect(paged).toEqual(wanted.map(({ id }) => id));
    }
  }
  expect(() => reader.deliveryList({ limit: 5, before: 'd1-ffffff' })).toThrow(
    expect.objectContaining({ code: 'not_found' }),
  );
});

test('sessions come by their newest event, page after page', async () => {
  const { read } = await mixed();
  const reader = read();
  const all = reader.sessionList({ limit: 500 }).sessions.map(({ id }) => id);
  const newest = all.map((sessionId) =>
    Math.max(...reader.feedPage({ sessionId, limit: 500 }).events.map(({ seq }) => seq)),
  );
  expect(newest).toEqual([...newest].sort((a, b) => b - a));
  for (const state of [undefined, 'live', 'ended'] as const) {
    const wanted = reader.sessionList({ limit: 500, ...(state && { state }) }).sessions.map(({ id }) => id);
    const paged: string[] = [];
    for (let before: string | undefined; ; ) {
      const page = reader.sessionList({ limit: 2, ...(state && { state }), ...(before && { before }) });
      paged.push(...page.sessions.map(({ id }) => id));
      if (!page.more) break;
      before = paged.at(-1);
    }
    expect(paged).toEqual(wanted);
  }
});
