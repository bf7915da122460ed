import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventKind } from '../../../shared/events.ts';
import { accepted, NOW, rejected, startStore } from './testing/temp-store.ts';

const kinds: EventKind[] = ['agent.ready', 'chat.message', 'gap'];
const endpoints = ['ep_1', 'ep_2'];
const MANY = 600;

/** A store whose newest events are not in the filters yet, and older ones are. */
async function folded() {
  const store = startStore();
  for (let i = 0; i < MANY; i++) {
    if (i === 400) store.committer.attempt((writer) => writer.foldNow());
    const endpointId = endpoints[i % 7 === 0 ? 1 : 0] as string;
    const kind = kinds[i % 50 === 0 ? 2 : i % 3 === 0 ? 1 : 0] as EventKind;
    if (i % 11 === 0) await store.submit(rejected({ endpointId }));
    else await store.submit(accepted({ endpointId, fact: { kind } }));
  }
  return store;
}

const inFilters = "SELECT count(*) FROM event_filters WHERE filter LIKE 'k %'";

test('pages by filter are what a filter of the whole gives, across what is entered and what is not', async () => {
  const { read, committer } = await folded();
  const reader = read();
  const all = reader
    .feedPage({ limit: 500 })
    .events.concat(reader.feedPage({ limit: 500, before: 1 }).events);
  const lastSeq = committer.lastSeq();
  const newestFirst = [...all];
  for (let more = reader.feedPage({ limit: 500, before: all.at(-1)?.seq ?? 0 }); ; ) {
    newestFirst.push(...more.events);
    if (!more.more) break;
    more = reader.feedPage({ limit: 500, before: newestFirst.at(-1)?.seq ?? 0 });
  }
  const entered = committer.database().prepare(inFilters).pluck().get() as number;
  expect(entered).toBeGreaterThan(0);
  expect(entered).toBeLessThan(newestFirst.length);

  fc.assert(
    fc.property(
      fc.option(fc.constantFrom(...endpoints), { nil: undefined }),
      fc.option(fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1 }), { nil: undefined }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: lastSeq + 1 }),
      fc.boolean(),
      (endpointId, wanted, limit, anchor, onward) => {
        const fits = newestFirst.filter(
          (event) =>
            (endpointId === undefined || event.endpointId === endpointId) &&
            (!wanted || wanted.includes(event.kind)) &&
            (onward ? event.seq > anchor : event.seq < anchor),
        );
        const expected = onward ? fits.slice(-limit) : fits.slice(0, limit);
        const found = reader.feedPage({
          limit,
          ...(onward ? { after: anchor } : { before: anchor }),
          ...(endpointId !== undefined && { endpointId }),
          ...(wanted && { kinds: wanted }),
        });
        expect(found.events.map(({ seq }) => seq)).toEqual(expected.map(({ seq }) => seq));
        expect(found.more).toBe(fits.length > limit);
      },
    ),
    { numRuns: 150 },
  );
});

test('deliveries of an endpoint, page by page, are all of them', async () => {
  const reader = (await folded()).read();
  for (const verdict of [undefined, 'verified', 'rejected'] as const) {
    const ids: string[] = [];
    for (let before: string | undefined; ; before = ids.at(-1)) {
      const page = reader.deliveryList({
        limit: 33,
        endpointId: 'ep_2',
        ...(verdict && { verdict }),
        ...(before !== undefined && { before }),
      });
      expect(page.deliveries.every(({ endpointId }) => endpointId === 'ep_2')).toBe(true);
      ids.push(...page.deliveries.map(({ id }) => id));
      if (!page.more) break;
    }
    expect(new Set(ids).size).toBe(ids.length);
    const all = Array.from({ length: MANY }, (_, i) => i).filter((i) => i % 7 === 0);
    const refused = all.filter((i) => i % 11 === 0);
    const count = { verified: all.length - refused.length, rejected: refused.length };
    expect(ids).toHaveLength(verdict ? count[verdict] : all.length);
  }
});

test('what retention removes is gone from every index', async () => {
  const { committer } = await folded();
  const { retentionStep } = await import('./retention.ts');
  const limits = { receivedBefore: NOW + 1, maxBytes: 1024 ** 4 };
  while (committer.attempt((_, db) => retentionStep(db, limits)));
  for (const table of ['events', 'deliveries', 'payloads', 'event_filters', 'delivery_filters', 'dedupe']) {
    const rows = committer.database().prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect([table, rows]).toEqual([table, 0]);
  }
});
