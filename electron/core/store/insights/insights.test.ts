import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { EventKind } from '../../../../shared/events.ts';
import { openReader } from '../open.ts';
import { accepted, DAY, HOUR, NOW, rejected, startStore, tempDir } from '../testing/temp-store.ts';
import { binOf, middleOf, quantiles } from './bins.ts';
import { createInsights } from './query.ts';
import { openRollup } from './rollup.ts';

const MINUTE = 60_000;
const later = () => NOW + 400 * DAY;

/** A store, its figures, and what is asked of them. */
function begin(folder = tempDir()) {
  const store = startStore(join(folder, 'greenroom.db'));
  const file = join(folder, 'insights.db');
  const open = () => {
    const main = openReader(store.file);
    const { storeId } = store.read();
    const rollup = openRollup(file, main, storeId, later);
    onTestFinished(() => {
      rollup.close();
      main.close();
    });
    while (rollup.step());
    return { rollup, main };
  };
  const ask = (from: number | null, to: number, more: { endpointId?: string; timeZone?: string } = {}) => {
    const { rollup, main } = open();
    return createInsights(
      main,
      rollup,
    )({
      from: from === null ? null : new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      timeZone: 'UTC',
      ...more,
    });
  };
  return { store, file, open, ask };
}

const event = (kind: EventKind, at: number, session: string | undefined, data = {}, endpointId = 'ep_1') =>
  accepted({
    endpointId,
    receivedAt: at,
    fact: {
      kind,
      occurredAt: at,
      data,
      agentId: 'A1',
      ...(session !== undefined && { vendorSessionId: session }),
    },
  });
const says = (role: string, at: number, session: string) =>
  event('chat.message', at, session, { role, text: 'x' });

test('while the counts are made anew, that is told', async () => {
  const { store, open, ask } = begin();
  for (let i = 0; i < 25; i++) {
    await Promise.all(
      Array.from({ length: 100 }, (_, k) => store.submit(says('user', NOW - i * 100 - k - 1, 'v1'))),
    );
  }
  const main = openReader(store.file);
  const { storeId } = store.read();
  const rollup = openRollup(join(tempDir(), 'insights.db'), main, storeId, later);
  onTestFinished(() => {
    rollup.close();
    main.close();
  });
  const input = { from: null, to: new Date(NOW).toISOString(), timeZone: 'UTC' };
  expect(createInsights(main, rollup)(input)).toMatchObject({ counting: true, totals: { messages: 0 } });
  open();
  expect(ask(null, NOW)).toMatchObject({ counting: false, totals: { messages: 2500 } });
});

test('a day of one agent', async () => {
  const { store, ask } = begin();
  const at = NOW - 2 * HOUR;
  for (const one of [
    event('session.joined', at, 'v1'),
    says('user', at + MINUTE, 'v1'),
    says('assistant', at + MINUTE + 2000, 'v1'),
    says('user', at + 2 * MINUTE, 'v1'),
    says('assistant', at + 2 * MINUTE + 4000, 'v1'),
    event('session.ended', at + 10 * MINUTE, 'v1'),
    event('session.joined', at + 5 * MINUTE, 'v2'),
    event('agent.failed', at, undefined, { reason: 'no face' }),
    rejected({ receivedAt: at }),
  ])
    await store.submit(one);
  const found = ask(NOW - DAY, NOW);
  expect(found).toMatchObject({
    unit: 'hour',
    totals: { sessions: 2, joins: 2, messages: 4, failed: 1 },
    before: null,
    lengths: { count: 1, median: 10 * MINUTE, p90: 10 * MINUTE },
    agents: [{ agentId: 'A1', sessions: 2, messages: 4 }],
    deliveries: { verified: 8, unproved: 0, rejected: 1, duplicates: 0 },
  });
  expect(found.points).toHaveLength(24);
  expect(found.points.filter(({ messages }) => messages > 0)).toEqual([
    { at: '2026-01-15T10:00:00.000Z', sessions: 2, joins: 2, messages: 4, concurrent: 2 },
  ]);
  // How long the last one took is noted with the next commit.
  expect(found.deliveries.answers.count).toBe(8);
  expect(found.pace.count).toBe(2);
  expect(found.pace.median).toBeGreaterThan(1900);
  expect(found.pace.median).toBeLessThan(2100);
  expect(found.week[3]?.[10]).toBe(6);
  expect(found.deliveries.answers.p99).toBeCloseTo(1.5, 0);
});

test('samples do not count, and each endpoint can be asked for by itself', async () => {
  const { store, ask } = begin();
  await store.submit(event('session.joined', NOW - HOUR, 'v1', {}, 'ep_2'));
  await store.submit({ ...event('session.joined', NOW - HOUR, 'v2'), sampleMark: 'm' });
  expect(ask(NOW - DAY, NOW).totals).toMatchObject({ sessions: 1, joins: 1 });
  expect(ask(NOW - DAY, NOW, { endpointId: 'ep_1' }).totals).toMatchObject({ sessions: 0, joins: 0 });
  expect(ask(NOW - DAY, NOW, { endpointId: 'ep_2' })).toMatchObject({
    totals: { sessions: 1, joins: 1 },
    deliveries: { verified: 1 },
  });
});

test('what came again is counted once as it came, and once more as a duplicate', async () => {
  const { store, ask } = begin();
  const one = accepted({ receivedAt: NOW - HOUR, deliveryId: 'd1' });
  await store.submit(one);
  await store.submit(one);
  await store.submit(one);
  expect(ask(NOW - DAY, NOW).deliveries).toMatchObject({ verified: 1, duplicates: 2 });
});

test('the period before is told beside', async () => {
  const { store, ask } = begin();
  await store.submit(event('session.joined', NOW - 3 * DAY, 'v0'));
  await store.submit(event('session.joined', NOW - 30 * HOUR, 'v1'));
  await store.submit(event('session.joined', NOW - HOUR, 'v2'));
  expect(ask(NOW - DAY, NOW)).toMatchObject({ totals: { joins: 1 }, before: { sessions: 1, joins: 1 } });
  expect(ask(null, NOW)).toMatchObject({ totals: { joins: 3 }, before: null, unit: 'hour' });
});

test('the file is made anew where it is missing, damaged, ahead, or of another version', async () => {
  const { store, file, ask, open } = begin();
  await store.submit(event('session.joined', NOW - HOUR, 'v1'));
  expect(ask(NOW - DAY, NOW).totals.joins).toBe(1);
  open().rollup.discard();
  expect(ask(NOW - DAY, NOW).totals.joins).toBe(1);
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  writeFileSync(file, 'this is no database, and long enough to be looked at as one'.repeat(100));
  expect(ask(NOW - DAY, NOW).totals.joins).toBe(1);
  const ahead = open();
  ahead.rollup.db.prepare('UPDATE cursor SET seq = 99').run();
  expect(ask(NOW - DAY, NOW).totals.joins).toBe(1);
  const before = open();
  before.rollup.db.exec(
    `UPDATE cursor SET store_id = 'of the first version';
    DROP TABLE agents; DROP TABLE counts; CREATE TABLE counts (at INTEGER, agent TEXT, n INTEGER)`,
  );
  expect(ask(NOW - DAY, NOW).totals.joins).toBe(1);
});

test('opened again, it goes on where it was', async () => {
  const { store, ask } = begin();
  await store.submit(event('session.joined', NOW - HOUR, 'v1'));
  expect(ask(NOW - DAY, NOW).totals.joins).toBe(1);
  await store.submit(event('session.joined', NOW - HOUR, 'v2'));
  expect(ask(NOW - DAY, NOW).totals.joins).toBe(2);
});

test('the figures are those of counting the events one by one', async () => {
  const kinds = fc.constantFrom<EventKind>('session.joined', 'chat.message', 'agent.failed', 'session.ended');
  const happenings = fc.array(
    fc.record({
      kind: kinds,
      minutesAgo: fc.integer({ min: 0, max: 5 * 24 * 60 }),
      session: fc.integer({ min: 0, max: 6 }),
      endpoint: fc.integer({ min: 1, max: 2 }),
    }),
    { maxLength: 60 },
  );
  const zones = fc.constantFrom('UTC', 'America/New_York', 'Asia/Kathmandu');
  await fc.assert(
    fc.asyncProperty(happenings, zones, async (all, timeZone) => {
      const { store, ask } = begin();
      const sorted = all.toSorted((a, b) => b.minutesAgo - a.minutesAgo);
      for (const { kind, minutesAgo, session, endpoint } of sorted) {
        await store.submit(
          event(
            kind,
            NOW - minutesAgo * MINUTE,
            kind === 'agent.failed' ? undefined : `v${session}`,
            { role: 'user', text: 'x' },
            `ep_${endpoint}`,
          ),
        );
      }
      const from = NOW - 4 * DAY;
      const inside = sorted.filter(({ minutesAgo }) => NOW - minutesAgo * MINUTE >= from && minutesAgo > 0);
      const count = (kind: EventKind) => inside.filter((one) => one.kind === kind).length;
      const found = ask(from, NOW, { timeZone });
      expect(found.totals).toMatchObject({
        joins: count('session.joined'),
        messages: count('chat.message'),
        failed: count('agent.failed'),
      });
      const sum = (of: (point: (typeof found.points)[0]) => number) =>
        found.points.reduce((total, point) => total + of(point), 0);
      expect(sum(({ joins }) => joins)).toBe(found.totals.joins);
      expect(sum(({ messages }) => messages)).toBe(found.totals.messages);
      expect(sum(({ sessions }) => sessions)).toBe(found.totals.sessions);
      expect(found.week.flat().reduce((a, b) => a + b, 0)).toBe(found.totals.joins + found.totals.messages);
      expect(found.deliveries.verified).toBe(inside.length);
    }),
    { numRuns: 15 },
  );
});

test('bins give times back within 3 %, and shares in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 8 }), (ms) => {
      expect(Math.abs(middleOf(binOf(ms)) - ms)).toBeLessThanOrEqual(0.03 * (ms + 1));
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 ** 6 }), { minLength: 1 }), (all) => {
      const found = quantiles(
        all.map((ms) => ({ bin: binOf(ms), n: 1 })),
        [0.1, 0.5, 0.9, 1],
      );
      expect(found).toEqual(found.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
      const most = Math.max(...all);
      expect(Math.abs((found[3] ?? 0) - most)).toBeLessThanOrEqual(0.03 * (most + 1));
    }),
  );
  expect(quantiles([], [0.5])).toEqual([null]);
});
