import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Json } from '../../../shared/events.ts';
import { openReader } from './open.ts';
import { openSearchIndex } from './search-index.ts';
import { matchExpression, searchText } from './search-text.ts';
import { accepted, fetched, fetchedChat, startStore, tempDir } from './testing/temp-store.ts';

/** A store with one chat message a text, and its index. */
async function indexed(texts: readonly string[], segmentSize?: number) {
  const store = startStore();
  await Promise.all(texts.map((text) => say(text)));
  const main = openReader(store.file);
  const file = join(tempDir(), 'search.db');
  const open = (storeId = store.committer.storeId()) => openSearchIndex(file, main, storeId, segmentSize);
  let index = open();
  const catchUp = () => {
    while (index.step());
  };
  catchUp();
  onTestFinished(() => {
    index.close();
    main.close();
  });
  function say(text: string) {
    return store.submit(
      accepted({
        body: JSON.stringify({ text, n: Math.random() }),
        fact: { kind: 'chat.message', data: { role: 'user', text } },
      }),
    );
  }
  return {
    ...store,
    indexFile: file,
    say,
    catchUp,
    find: (query: string, before?: number, limit = 50) => index.find(query, before, limit),
    findSessions: (query: string, meant: string[][] = [], limit = 50) =>
      index.findSessions(query, meant, limit),
    cursor: () => index.cursor(),
    prune: () => index.prune(),
    step: () => index.step(),
    reopen(storeId?: string, whileClosed: () => void = () => undefined) {
      index.close();
      whileClosed();
      index = open(storeId);
    },
  };
}

test.each([
  ['hello', [4, 1]],
  ['HELLO', [4, 1]],
  ['hel', [4, 1]],
  ['ello', []],
  ['hello world', [1]],
  ['world hello', [1]],
  ['  hello \n\t wor ', [1]],
  ['cafe', [2]],
  ['CAFÉ', [2]],
  ['cafe\u0301', [2]],
  ['naïve', [2]],
  ['ab-12-cd', [3]],
  ['ab-12', [3]],
  ['12-ab', []],
  ['user@example.com', [3]],
  ['привет', [5]],
  ['ПРИВ', [5]],
  ['"hello', [4, 1]],
  ['hello"', [4, 1]],
  ['"hello" OR "cafe"', []],
  ['hello OR cafe', []],
  ['NOT hello', []],
  ['hello*', [4, 1]],
  ['text:hello', [1]],
  ['^hello', [4, 1]],
  ['hello)', [4, 1]],
  ['(hello', [4, 1]],
  ['NEAR(hello, 5)', []],
  ['-hello', [4, 1]],
  ['+hello', [4, 1]],
  ['{text}: hello', [4, 1]],
  ["'; DROP TABLE segment_0; --", []],
  ['', []],
  ['   ', []],
  ['!!! ---', []],
  ['😀', []],
  ['hello 😀', [4, 1]],
  ['hel\0lo', [4, 1]],
])('%j finds %j', async (query, seqs) => {
  const { find } = await indexed([
    'Hello, world!',
    'Un café naïf naïve',
    'id ab-12-cd of user@example.com',
    'say hello',
    'Привет',
  ]);
  expect(find(query)).toEqual(seqs);
});

test('whatever is typed, it is no syntax error', async () => {
  const { find } = await indexed(['some text "with" everything']);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
      expect(Array.isArray(find(query))).toBe(true);
    }),
    { numRuns: 300 },
  );
  expect(find('a '.repeat(250))).toEqual([]);
  expect(matchExpression('😀 !')).toBeUndefined();
});

test('pages by before, over the bounds of segments, without gap or repetition', async () => {
  const texts = Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? `rare common` : 'common'));
  const { find } = await indexed(texts, 8);
  for (const [query, wanted] of [
    ['common', texts.map((_, i) => 40 - i)],
    ['rare', texts.map((_, i) => 40 - i).filter((seq) => (seq - 1) % 3 === 0)],
  ] as const) {
    for (const limit of [1, 3, 8, 9, 50]) {
      const paged: number[] = [];
      for (let before: number | undefined; ; ) {
        const page = find(query, before, limit);
        paged.push(...page);
        if (page.length < limit) break;
        before = page.at(-1);
      }
      expect(paged).toEqual(wanted);
    }
  }
});

test('an event is found by its ids and its raw payload, and by words behind a line break', async () => {
  const { submit, catchUp, find, committer } = await indexed(['first\nsecond\tthird']);
  await submit(
    accepted({
      body: '{"deep":{"voucher":"XMAS-2026"}}',
      fact: { kind: 'unknown', agentId: 'AGENT77', vendorSessionId: 'sess-42', data: {} },
    }),
  );
  catchUp();
  expect(find('second')).toEqual([1]);
  expect(find('third')).toEqual([1]);
  for (const query of [
    'XMAS-2026',
    'AGENT77',
    'agent7',
    'sess-42',
    `s1-${committer.storeId()}`,
    `d2-${committer.storeId()}`,
  ]) {
    expect(find(query), query).toEqual([2]);
  }
});

test('what was fetched is found by its words and its session', async () => {
  const { keep, catchUp, find } = await indexed(['delivered words']);
  keep(
    fetched([fetchedChat('fetched words', { vendorSessionId: 'sess-77', agentId: 'AGENT9' })], {
      gap: { from: 'then', to: '2026-01-15T12:00:00.000Z', cause: 'path', always: true },
    }),
  );
  catchUp();
  expect(find('words')).toEqual([2, 1]);
  for (const query of ['fetched', 'sess-77', 'agent9']) expect(find(query), query).toEqual([2]);
});

const joins = (vendorSessionId: string, room: string, agentId = 'AGENT1') =>
  accepted({ fact: { kind: 'session.joined', vendorSessionId, agentId, data: { room } } });

test('a session is found by its ids, its room, and the names of its agent and endpoint, however much is said', async () => {
  const { submit, catchUp, findSessions, committer } = await indexed([]);
  await submit(joins('visit-1', 'suite 7'));
  await submit(joins('visit-2', 'lobby', 'AGENT2'));
  const said = (text: string) =>
    accepted({
      fact: {
        kind: 'chat.message',
        vendorSessionId: 'visit-2',
        agentId: 'AGENT2',
        data: { role: 'user', text },
      },
    });
  await submit(said('is suite 7 free?'));
  catchUp();
  await submit(said('never mind'));
  catchUp();
  for (const [query, meant, ids] of [
    ['suite', [], [1]],
    ['visit', [], [2, 1]],
    ['lob', [], [2]],
    ['agent2', [], [2]],
    [`s2-${committer.storeId()}`, [], [2]],
    ['free', [], []],
    ['zoe', [['AGENT2', 'AGENT9']], [2]],
    ['zoe suite', [['AGENT1', 'AGENT2'], []], [1]],
    ['zoe', [['AGENT9']], []],
    ['desk', [['ep_1']], [2, 1]],
    ['"AGENT2" OR', [['AGENT1"*']], []],
    ['', [], []],
  ] as const) {
    const of = meant.map((some) => [...some]);
    expect(findSessions(query, of), query).toEqual(ids);
  }
  expect(findSessions('visit', [], 1)).toEqual([2]);
});

test('what is learned of a session later takes the place of what was known', async () => {
  const { submit, catchUp, findSessions } = await indexed([]);
  await submit(accepted({ fact: { kind: 'session.started', vendorSessionId: 'visit', data: {} } }));
  catchUp();
  expect(findSessions('attic')).toEqual([]);
  await submit(joins('visit', 'attic'));
  catchUp();
  expect(findSessions('attic')).toEqual([1]);
  await submit(joins('visit', 'cellar'));
  catchUp();
  expect([findSessions('attic'), findSessions('cellar')]).toEqual([[], [1]]);
});

test('sessions that are gone are not found, and let go of', async () => {
  const { submit, catchUp, findSessions, committer, prune, indexFile } = await indexed([]);
  for (let n = 1; n <= 6; n++) await submit(joins(`visit-${n}`, 'lobby'));
  catchUp();
  committer.attempt((_, db) => db.exec('DELETE FROM sessions WHERE id < 3 OR id = 5'));
  expect(findSessions('lobby', [], 2)).toEqual([6, 4]);
  expect(findSessions('lobby', [], 3)).toEqual([6, 4, 3]);
  prune();
  const db = openReader(indexFile);
  expect(db.prepare('SELECT id FROM session_words').pluck().all()).toEqual([3, 4, 5, 6]);
  db.close();
  expect(findSessions('lobby')).toEqual([6, 4, 3]);
});

test('headers are not searched', async () => {
  const { submit, catchUp, find } = await indexed([]);
  await submit({ ...accepted(), headers: [['X-Thing', 'headervalue']] });
  catchUp();
  expect(find('headervalue')).toEqual([]);
});

test('it goes on where it stopped', async () => {
  const { say, find, reopen, catchUp, cursor } = await indexed(['one']);
  expect(cursor()).toBe(1);
  await say('two words');
  reopen();
  expect(find('words')).toEqual([]);
  catchUp();
  expect(find('words')).toEqual([2]);
  expect(find('one')).toEqual([1]);
});

test('more than one batch is indexed step by step', async () => {
  const { find, reopen, step, cursor } = await indexed(Array.from({ length: 450 }, (_, i) => `number n${i}`));
  expect(cursor()).toBe(450);
  reopen('ffffff');
  expect(cursor()).toBe(0);
  expect([step(), cursor()]).toEqual([true, 200]);
  expect(find('n5')).not.toContain(451);
  while (step());
  expect(cursor()).toBe(450);
});

test('large payloads are read a few at a time', async () => {
  const { submit, step, cursor, find, reopen } = await indexed([]);
  const body = (n: number) => JSON.stringify({ n, word: `needle${n}`, pad: 'x '.repeat(500_000) });
  for (let n = 0; n < 6; n++) await submit(accepted({ body: body(n) }));
  reopen();
  expect(step()).toBe(true);
  expect(cursor()).toBeLessThan(6);
  while (step());
  expect(find('needle5')).toEqual([6]);
});

test.each<[string, (file: string) => void]>([
  ['garbage', (file) => writeFileSync(file, 'no database at all'.repeat(500))],
  [
    'a damaged header',
    (file) => writeFileSync(file, Buffer.concat([Buffer.alloc(100, 1), readFileSync(file).subarray(100)])),
  ],
])('%s in its place is made anew', async (_, spoil) => {
  const { indexFile, reopen, catchUp, find } = await indexed(['alpha', 'beta']);
  reopen(undefined, () => spoil(indexFile));
  catchUp();
  expect(find('beta')).toEqual([2]);
});

test('an index of an earlier version is made anew', async () => {
  const { indexFile, reopen, catchUp, find, cursor } = await indexed(['alpha']);
  reopen(undefined, () => {
    const db = new Database(indexFile);
    db.pragma('user_version = 0');
    db.close();
  });
  expect(cursor()).toBe(0);
  catchUp();
  expect(find('alpha')).toEqual([1]);
});

test('an index of another store, or of a later state of this one, is made anew', async () => {
  const { reopen, find, catchUp, committer, cursor } = await indexed(['alpha', 'beta']);
  reopen('abcdef');
  expect(cursor()).toBe(0);
  expect(find('alpha')).toEqual([]);
  catchUp();
  committer.attempt((_, db) => db.exec('UPDATE meta SET last_seq = 1; DELETE FROM events WHERE seq > 1'));
  reopen('abcdef');
  expect(cursor()).toBe(0);
});

test('what is gone from the store is not found, and pages are full all the same', async () => {
  const { find, committer } = await indexed(
    Array.from({ length: 30 }, () => 'word'),
    10,
  );
  committer.attempt((_, db) => db.exec('DELETE FROM events WHERE seq < 5 OR seq BETWEEN 12 AND 27'));
  expect(find('word', undefined, 5)).toEqual([30, 29, 28, 11, 10]);
  expect(find('word', 10, 10)).toEqual([9, 8, 7, 6, 5]);
  committer.attempt((_, db) => db.exec('DELETE FROM events'));
  expect(find('word')).toEqual([]);
});

test('segments whose events are all gone are dropped', async () => {
  const { prune, find, committer, indexFile, say, catchUp } = await indexed(
    Array.from({ length: 35 }, () => 'word'),
    10,
  );
  const segments = async () => {
    const db = openReader(indexFile);
    const names = db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%' AND name GLOB 'segment_*' ORDER BY name`,
      )
      .pluck()
      .all();
    db.close();
    return names;
  };
  prune();
  expect(await segments()).toEqual(['segment_0', 'segment_1', 'segment_2', 'segment_3']);
  committer.attempt((_, db) => db.exec('DELETE FROM events WHERE seq < 25'));
  prune();
  expect(await segments()).toEqual(['segment_2', 'segment_3']);
  expect(find('word')).toEqual([35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25]);
  committer.attempt((_, db) => db.exec('DELETE FROM events'));
  prune();
  expect(await segments()).toEqual(['segment_3']);
  await say('word again');
  catchUp();
  expect(find('word')).toEqual([36]);
});

test('search text: deep nesting ends, nulls and numbers are no words', () => {
  let data: Json = 'bottom';
  for (let i = 0; i < 50_000; i++) data = [data];
  expect(searchText([null, 'id'], data, null)).toBe('id\nbottom');
  expect(searchText([], { a: null, b: 1, c: ['x', { d: 'y' }] }, Buffer.from([0xff, 0x41]))).toBe(
    'y\nx\n\ufffdA',
  );
});
