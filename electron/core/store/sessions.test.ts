import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FeedEvent } from '../../../shared/events.ts';
import { endQuietSessions, QUIET_STEP } from './session-writer.ts';
import { sweep } from './sweep.ts';
import { accepted, NOW, startStore, type TestStore } from './testing/temp-store.ts';

const list = { limit: 500 };
const chat = (text: string, occurredAt: number, vendorSessionId = 'v1') => ({
  kind: 'chat.message' as const,
  occurredAt,
  vendorSessionId,
  agentId: 'A1',
  data: { role: 'user', text },
});

function endQuiet({ committer }: TestStore, before: number) {
  return committer.attempt((_, db) => endQuietSessions(db, before, committer.storeId()));
}

test('a session is kept in the commit of its events, one per endpoint', async () => {
  const { submit, told, read, committer } = startStore();
  await submit(accepted({ fact: { ...chat('hello', NOW), data: { role: 'user', text: 'hello' } } }));
  await submit(accepted({ endpointId: 'ep_2', fact: chat('other', NOW) }));
  await submit(
    accepted({
      fact: {
        kind: 'session.joined',
        vendorSessionId: 'v1',
        occurredAt: NOW - 5,
        data: { room: 'r', participants: 2 },
      },
    }),
  );
  expect(told.committed[2]?.sessions).toEqual([
    {
      id: `s1-${committer.storeId()}`,
      vendorSessionId: 'v1',
      vendor: 'bithuman',
      endpointId: 'ep_1',
      agentId: 'A1',
      room: 'r',
      state: 'live',
      startedAt: new Date(NOW - 5).toISOString(),
      lastAt: new Date(NOW).toISOString(),
      messages: 1,
      participants: 2,
      lastText: { role: 'user', text: 'hello' },
    },
  ]);
  expect(
    read()
      .sessionList(list)
      .sessions.map(({ id }) => id.split('-')[0]),
  ).toEqual(['s1', 's2']);
  expect(told.committed[0]?.events[0]?.sessionId).toBe(`s1-${committer.storeId()}`);
});

test('a quiet session ends, and a new event opens it again', async () => {
  const store = startStore();
  const { submit, read } = store;
  await submit(accepted({ fact: chat('one', NOW - 1000), receivedAt: NOW }));
  await submit(accepted({ fact: chat('two', NOW, 'v2'), receivedAt: NOW + 10 }));
  expect(endQuiet(store, NOW)).toEqual([]);
  expect(endQuiet(store, NOW + 1)).toMatchObject([
    { vendorSessionId: 'v1', state: 'ended', endedAt: new Date(NOW - 1000).toISOString() },
  ]);
  expect(endQuiet(store, NOW + 1)).toEqual([]);
  expect(read().sessionList({ ...list, state: 'ended' }).sessions).toHaveLength(1);
  await submit(accepted({ fact: chat('three', NOW + 1), receivedAt: NOW + 20 }));
  expect(read().sessionList({ ...list, state: 'live' }).sessions).toHaveLength(2);
  expect(read().sessionList({ ...list, state: 'ended' }).sessions).toEqual([]);
});

test('a failed commit leaves no trace in the sessions', async () => {
  const { submit, read, told } = startStore();
  const bad = { ...accepted(), facts: [chat('one', NOW), { ...chat('two', NOW), occurredAt: Number.NaN }] };
  await Promise.all([submit(bad), submit(accepted({ fact: chat('good', NOW, 'v2') }))]);
  expect(
    read()
      .sessionList(list)
      .sessions.map(({ id, vendorSessionId }) => [id.split('-')[0], vendorSessionId]),
  ).toEqual([['s1', 'v2']]);
  expect(told.committed.flatMap(({ sessions }) => sessions)).toHaveLength(1);
});

test('a session lists its events by when they occurred, page after page', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 7 }),
      async (times, limit) => {
        const { submit, read, committer, close } = startStore();
        await Promise.all(
          times.flatMap((time) => [
            submit(accepted({ fact: chat('x', NOW + time) })),
            submit(accepted({ fact: chat('elsewhere', NOW + time, 'v2') })),
          ]),
        );
        const reader = read();
        const sessionId = `s1-${committer.storeId()}`;
        const paged: FeedEvent[] = [];
        for (let before: number | undefined; ; ) {
          const page = reader.sessionEvents({ sessionId, limit, ...(before !== undefined && { before }) });
          paged.push(...page.events);
          if (!page.more) break;
          expect(page.events).toHaveLength(limit);
          before = page.events.at(-1)?.seq;
        }
        const whole = times
          .map((time, i) => ({ time, seq: 2 * i + 1 }))
          .sort((a, b) => b.time - a.time || b.seq - a.seq);
        expect(paged.map(({ seq }) => seq)).toEqual(whole.map(({ seq }) => seq));
        expect(reader.sessionGet({ sessionId }).events.map(({ seq }) => seq)).toEqual(
          whole.map(({ seq }) => seq),
        );
        close();
      },
    ),
    { numRuns: 20 },
  );
});

test('around any event of a session stands what happened before and after it, and paging leads on to both ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 30 }),
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      async (times, pick, limit) => {
        const { submit, read, committer, close } = startStore();
        await Promise.all(times.map((time) => submit(accepted({ fact: chat('x', NOW + time) }))));
        const sessionId = `s1-${committer.storeId()}`;
        const reader = read();
        const whole = reader.sessionGet({ sessionId }).events.map(({ seq }) => seq);
        const around = whole[pick % whole.length] ?? 0;
        const page = reader.sessionEvents({ sessionId, around, limit });
        const seqs = page.events.map(({ seq }) => seq);
        const at = whole.indexOf(around);
        expect(seqs).toEqual(whole.slice(Math.max(0, at - Math.floor(limit / 2)), at + Math.ceil(limit / 2)));
        for (let { more } = page; more; ) {
          const older = reader.sessionEvents({ sessionId, before: seqs.at(-1) ?? 0, limit });
          seqs.push(...older.events.map(({ seq }) => seq));
          more = older.more;
        }
        for (let more = page.newer; more; ) {
          const newer = reader.sessionEvents({ sessionId, after: seqs[0] ?? 0, limit });
          seqs.unshift(...newer.events.map(({ seq }) => seq));
          more = newer.more;
        }
        expect(seqs).toEqual(whole);
        close();
      },
    ),
    { numRuns: 20 },
  );
});

test('what is no event of the session is not found, and one place at a time is asked for', async () => {
  const { submit, read, committer } = startStore();
  await submit(accepted({ fact: chat('x', NOW) }));
  await submit(accepted({ fact: chat('elsewhere', NOW, 'v2') }));
  const reader = read();
  const sessionId = `s1-${committer.storeId()}`;
  for (const around of [2, 99]) {
    expect(() => reader.sessionEvents({ sessionId, around, limit: 5 })).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  }
  expect(() => reader.sessionEvents({ sessionId, after: 99, limit: 5 })).toThrow(
    expect.objectContaining({ code: 'not_found' }),
  );
  expect(() => reader.sessionEvents({ sessionId, before: 1, around: 1, limit: 5 })).toThrow(
    expect.objectContaining({ code: 'bad_input' }),
  );
});

test('what is no session is not found', async () => {
  const { submit, read, committer } = startStore();
  await submit(accepted({ fact: chat('x', NOW) }));
  const reader = read();
  for (const sessionId of ['v1', `s2-${committer.storeId()}`, 's1-ffffff', `d1-${committer.storeId()}`]) {
    expect(() => reader.sessionGet({ sessionId })).toThrow(expect.objectContaining({ code: 'not_found' }));
  }
  expect(() =>
    reader.sessionEvents({ sessionId: `s1-${committer.storeId()}`, before: 99, limit: 5 }),
  ).toThrow(expect.objectContaining({ code: 'not_found' }));
});

test('many quiet sessions end in small steps, between which deliveries get in', async () => {
  const { committer, submit, read } = startStore();
  const many = QUIET_STEP * 2 + 50;
  await Promise.all(
    Array.from({ length: many }, (_, i) => submit(accepted({ fact: { vendorSessionId: `v${i}` } }))),
  );
  const steps: number[] = [];
  const limits = { retentionDays: 3650, retentionBytes: 1024 ** 4, sessionQuietMinutes: 30 };
  await sweep(committer, limits, (ended) => steps.push(ended.length), NOW + 31 * 60_000);
  expect(steps).toEqual([QUIET_STEP, QUIET_STEP, 50]);
  expect(read().sessionList({ limit: 500, state: 'ended' }).sessions).toHaveLength(many);
});
