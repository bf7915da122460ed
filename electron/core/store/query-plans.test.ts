import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { Parsed } from '../../../shared/contract.ts';
import { dedupeIndex } from './dedupe.ts';
import { createReader } from './reader.ts';
import { retentionStep } from './retention.ts';
import { endQuietSessions } from './session-writer.ts';
import { accepted, fetched, fetchedChat, NOW, rejected, startStore } from './testing/temp-store.ts';
import { createWriter } from './writer.ts';

/** How SQLite runs each statement that `run` runs, by the statement. */
async function plansOf(run: (db: Database.Database, storeId: string) => void): Promise<[string, string[]][]> {
  const { file, submit, committer, close } = startStore();
  await submit(accepted({ deliveryId: 'a', fact: { vendorSessionId: 'v', kind: 'chat.message' } }));
  await submit(rejected());
  const storeId = committer.storeId();
  close();
  const statements = new Set<string>();
  const db = new Database(file, {
    verbose: (sql) => statements.add(String(sql).trim().replace(/\s+/g, ' ')),
  });
  onTestFinished(() => void db.close());
  run(db, storeId);
  return [...statements]
    .filter((sql) => /^(SELECT|UPDATE|DELETE)/.test(sql) && !/^(SELECT [\w, ]+ FROM|UPDATE) meta/.test(sql))
    .map((sql) => {
      const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
      return [sql, rows.map(({ detail }) => detail)];
    });
}

/** A walk along the row numbers that ends with its limit, and meets only rows that it wants. */
const boundedWalk = /^SELECT [^()]*ORDER BY (d\.id|id|seq|last_seq)( DESC)? LIMIT [\d.]+$/;
const page = { limit: 50 };

test.each<[string, (id: string) => Parsed<'feed.page'>, string]>([
  ['newest', () => page, 'SCAN events'],
  ['before', () => ({ ...page, before: 5 }), 'SEARCH events USING INTEGER PRIMARY KEY (rowid<?)'],
  ['after', () => ({ ...page, after: 1 }), 'SEARCH events USING INTEGER PRIMARY KEY (rowid>?)'],
  [
    'of an endpoint',
    () => ({ ...page, endpointId: 'ep_1', before: 5 }),
    'SEARCH event_filters USING PRIMARY KEY (filter=? AND seq<?)',
  ],
  [
    'of a session',
    (id) => ({ ...page, sessionId: `s1-${id}`, endpointId: 'ep_1' }),
    'SEARCH events USING INDEX events_session (session_id=?)',
  ],
  [
    'of two kinds',
    () => ({ ...page, kinds: ['chat.message', 'gap'] }),
    'SEARCH event_filters USING PRIMARY KEY (filter=?)',
  ],
])('the feed %s walks its index', async (_, input, step) => {
  const plans = await plansOf((db, id) => createReader(db).feedPage(input(id)));
  expect(plans).toHaveLength(1);
  expect(plans[0]?.[1]).toContain(step);
});

test.each<[Omit<Parsed<'delivery.list'>, 'limit'>, string]>([
  [{}, 'SCAN d'],
  [{ verdict: 'rejected' }, 'SEARCH d USING INDEX deliveries_verdict (verdict=?)'],
  [{ verdict: 'unproved' }, 'SEARCH d USING INDEX deliveries_verdict (verdict=?)'],
  [{ verdict: 'rejected', endpointId: 'ep_1' }, 'SEARCH d USING INDEX deliveries_verdict (verdict=?)'],
])('deliveries %j walk their index, already in order', async (filter, step) => {
  const plans = await plansOf((db) => createReader(db).deliveryList({ ...page, ...filter }));
  expect(plans[0]?.[1]).toEqual([step, 'SEARCH e USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN']);
});

test('deliveries of an endpoint walk their filter, and the newest themselves', async () => {
  const plans = await plansOf((db) => createReader(db).deliveryList({ ...page, endpointId: 'ep_1' }));
  expect(plans[0]?.[1]).toContain('SEARCH f USING PRIMARY KEY (endpoint_id=?)');
  expect(plans[0]?.[1]).toContain('SEARCH d USING INTEGER PRIMARY KEY (rowid>?)');
  expect(plans[0]?.[1].join()).not.toContain('SCAN d');
});

test('sessions and their events come from an index, already in order', async () => {
  const plans = await plansOf((db, id) => {
    const reader = createReader(db);
    reader.sessionEvents({ ...page, sessionId: `s1-${id}`, before: 1 });
    reader.sessionEvents({ ...page, sessionId: `s1-${id}`, after: 1 });
    reader.sessionEvents({ ...page, sessionId: `s1-${id}`, around: 1 });
    reader.sessionGet({ sessionId: `s1-${id}` });
    reader.sessionList(page);
    reader.sessionList({ ...page, state: 'live', before: `s1-${id}` });
    reader.deliveryGet({ deliveryId: `d1-${id}` });
  });
  const steps = plans.flatMap(([, all]) => all);
  expect(steps).toContain('SEARCH events USING INDEX events_session (session_id=? AND occurred_at<?)');
  expect(steps).toContain('SEARCH events USING INDEX events_session (session_id=? AND occurred_at>?)');
  expect(steps).toContain('SCAN sessions USING INDEX sessions_newest');
  expect(steps).toContain('SEARCH sessions USING INDEX sessions_state (state=? AND last_seq<?)');
  expect(steps.join('\n')).not.toContain('TEMP B-TREE');
});

test('nothing that the receive thread runs reads a whole table or sorts', async () => {
  const plans = await plansOf((db, id) => {
    const writer = createWriter(db);
    writer.begin();
    writer.record(accepted({ deliveryId: 'a', body: '{}' }));
    writer.record(accepted({ deliveryId: 'a', body: '{}' }));
    writer.record(rejected());
    writer.admit(2, accepted({ fact: { vendorSessionId: 'v' } }));
    writer.recordFetched(
      fetched(
        [
          fetchedChat('x', { vendorSessionId: 'v', unlessTold: true }),
          { kind: 'agent.ready', agentId: 'A1', occurredAt: NOW, data: {}, key: 'k', unlessTold: true },
        ],
        { gap: { from: '', to: '', cause: 'path', always: true } },
      ),
    );
    writer.finish(true);
    const dedupe = dedupeIndex(db);
    dedupe.begin(1, 0);
    dedupe.find(accepted({ deliveryId: 'a' }), 1);
    endQuietSessions(db, NOW, id);
    for (const receivedBefore of [NOW + 1, 0, 0, 0]) retentionStep(db, { receivedBefore, maxBytes: 1 });
  });
  expect(plans.length).toBeGreaterThan(15);
  const all = plans.map(([, steps]) => steps.join());
  for (const step of [
    'SEARCH fetched USING PRIMARY KEY (endpoint_id=? AND key=?)',
    'SEARCH fetched USING COVERING INDEX fetched_seq (seq=?)',
    'SEARCH events USING INDEX events_agent (endpoint_id=? AND kind=? AND agent_id=?)',
    'SEARCH events USING INDEX events_session (session_id=?)',
  ]) {
    expect(
      all.some((steps) => steps.includes(step)),
      step,
    ).toBe(true);
  }
  for (const [sql, steps] of plans) {
    // Temporary lists of at most a step's rows.
    const tables = steps.filter((step) => /SCAN (?!json_each|\(|s$)/.test(step));
    const bounded = boundedWalk.test(sql) || /ORDER BY (id|seq|last_seq) LIMIT \d+\)/.test(sql);
    if (!bounded) expect(tables, sql).toEqual([]);
    expect(steps.join('\n'), sql).not.toContain('TEMP B-TREE');
  }
});
