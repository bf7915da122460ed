import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { type EventKind, eventKinds, verdicts } from '../../../shared/events.ts';
import { deliveryQuery } from './delivery-query.ts';
import { accepted, NOW, rejected, startStore } from './testing/temp-store.ts';

const kinds = eventKinds.slice(0, 4);
const endpoints = ['ep_1', 'ep_2'];
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** 200 deliveries of mixed kinds, endpoints and verdicts, some of them twice. */
async function mixed() {
  const store = startStore();
  for (let i = 0; i < 200; i++) {
    const endpointId = endpoints[(i * 7) % 3] ?? 'ep_3';
    const at = { endpointId, receivedAt: NOW + i, body: `{"i":${i}}` };
    const kind: EventKind = kinds[(i * i) % 4] ?? 'unknown';
    await store.submit(i % 9 === 0 ? rejected(at) : accepted({ ...at, fact: { kind } }));
    if (i % 5 === 0 && i % 9 !== 0) await store.submit(accepted({ ...at, fact: { kind } }));
    // Half of them are in the filters by now, half are newer.
    if (i === 100) store.committer.attempt((writer) => writer.finish(true));
  }
  return store;
}

test('pages of any filters, one after the other, are what a plain filter of all would give', async () => {
  const store = await mixed();
  const reader = store.read();
  const all = reader.deliveryList({ limit: 500 }).deliveries;
  expect(all).toHaveLength(200);
  expect(all.some(({ duplicates }) => duplicates > 0)).toBe(true);
  fc.assert(
    fc.property(
      fc.record({
        limit: fc.integer({ min: 1, max: 40 }),
        endpointId: some(fc.constantFrom(...endpoints, 'ep_none')),
        verdict: some(fc.constantFrom(...verdicts)),
        kind: some(fc.constantFrom(...kinds)),
        repeated: some(fc.constant(true as const)),
      }),
      ({ limit, endpointId, verdict, kind, repeated }) => {
        const wanted = all.filter(
          (row) =>
            (endpointId === undefined || row.endpointId === endpointId) &&
            (verdict === undefined || row.verdict === verdict) &&
            (kind === undefined || row.kind === kind) &&
            (!repeated || row.duplicates > 0),
        );
        const filter = {
          limit,
          ...(endpointId !== undefined && { endpointId }),
          ...(verdict !== undefined && { verdict }),
          ...(kind !== undefined && { kind }),
          ...(repeated && { repeated }),
        };
        const found: string[] = [];
        for (let before: string | undefined; ; ) {
          const page = reader.deliveryList({ ...filter, ...(before !== undefined && { before }) });
          found.push(...page.deliveries.map(({ id }) => id));
          before = page.deliveries.at(-1)?.id;
          if (!page.more || before === undefined) break;
        }
        expect(found).toEqual(wanted.map(({ id }) => id));
      },
    ),
    { numRuns: 60 },
  );
});

test('one that was accepted late stands where its event does, and no page is lost by it', async () => {
  const store = startStore();
  const kind = 'agent.ready' as const;
  await store.submit(accepted({ fact: { kind } }));
  await store.submit(rejected({ body: 'late' }));
  for (let i = 0; i < 4; i++) await store.submit(accepted({ fact: { kind } }));
  store.committer.attempt((writer) => writer.admit(2, accepted({ body: 'late', fact: { kind } })));
  const reader = store.read();
  const ids: string[] = [];
  for (let before: string | undefined; ; ) {
    const page = reader.deliveryList({ limit: 2, kind, ...(before !== undefined && { before }) });
    ids.push(...page.deliveries.map(({ id }) => id.replace(/-.*/, '')));
    before = page.deliveries.at(-1)?.id;
    if (!page.more) break;
  }
  expect(ids).toEqual(['d2', 'd6', 'd5', 'd4', 'd3', 'd1']);
});

test.each([{}, { endpointId: 'ep_1' }, { verdict: 'verified' as const }])(
  'a rare kind does not scan all deliveries (%j)',
  (filter) => {
    const { file, close } = startStore();
    close();
    const db = new Database(file);
    onTestFinished(() => void db.close());
    const { sql, values } = deliveryQuery({ limit: 50, kind: 'chat.message', ...filter }, 5);
    const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
    const steps = rows.map(({ detail }) => detail);
    expect(steps).toContain('SEARCH f USING PRIMARY KEY (filter=? AND seq<?)');
    expect(steps.filter((step) => /SCAN [def]\b/.test(step))).toEqual([]);
  },
);
