import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { classify } from '../sqlite-error.ts';
import { binOf } from './bins.ts';

export const QUARTER = 900_000;
/** Of the tables. Those of another one are made anew. */
const VERSION = 2;
/** Events read in one go, some milliseconds' work. */
const BATCH = 2_000;
/** When an answer took how long is noted after it was given. */
const SETTLED_MS = 5_000;
/** An answer that comes later than this is none. */
const LONGEST_PACE_MS = 5 * 60_000;

interface EventCount {
  at: number;
  endpoint: string;
  agent: string | null;
  kind: string;
  n: number;
}

/** What an avatar said, and what was said before it: when, and by whom. */
interface Answer {
  at: number;
  endpoint: string;
  occurred_at: number;
  before: string | null;
}

export type Rollup = ReturnType<typeof openRollup>;

/**
 * Counts of what happened by quarter of an hour, in a file of their own: it follows the commits with cursors of its own,
 * so that no vendor waits for it, and is made anew where it is missing, damaged, or belongs to another store.
 * What was fetched counts when it happened, all else when it arrived.
 */
export function openRollup(
  file: string,
  main: Database.Database,
  storeId: string,
  now: () => number = Date.now,
) {
  const db = openOrRebuild(file, storeId, main);
  const cursors = db.prepare('SELECT seq, delivery FROM cursor');
  const at = `(CASE source WHEN 'fetched' THEN occurred_at ELSE received_at END) / ${QUARTER} * ${QUARTER}`;
  const counted = `source NOT IN ('sample', 'app')`;
  const last = main.prepare('SELECT last_seq, last_delivery FROM meta');
  const eventCounts = main.prepare(`
    SELECT ${at} AS at, endpoint_id AS endpoint, agent_id AS agent, kind, count(*) AS n
    FROM events WHERE seq > ? AND seq <= ? AND ${counted} GROUP BY 1, 2, 3, 4`);
  const answers = main.prepare(`
    SELECT ${at} AS at, endpoint_id AS endpoint, occurred_at, (
      SELECT before.occurred_at || ' ' || (before.data ->> 'role') FROM events AS before
      WHERE before.session_id = events.session_id AND before.occurred_at <= events.occurred_at
        AND before.seq < events.seq AND before.kind = 'chat.message'
      ORDER BY before.occurred_at DESC, before.seq DESC LIMIT 1) AS before
    FROM events WHERE seq > ? AND seq <= ? AND ${counted} AND kind = 'chat.message' AND session_id IS NOT NULL
      AND data ->> 'role' = 'assistant'`);
  const deliveries = main.prepare(`
    SELECT id, received_at / ${QUARTER} * ${QUARTER} AS at, endpoint_id AS endpoint, verdict, answered_us AS us, sample
    FROM deliveries WHERE id > ? AND received_at < ? ORDER BY id LIMIT ${BATCH}`);
  const add = db.prepare(`
    INSERT INTO counts (at, endpoint, kind, n) VALUES (@at, @endpoint, @kind, @n)
    ON CONFLICT DO UPDATE SET n = n + excluded.n`);
  const addAgent = db.prepare(`
    INSERT INTO agents (at, endpoint, agent, n) VALUES (@at, @endpoint, @agent, @n)
    ON CONFLICT DO UPDATE SET n = n + excluded.n`);
  const addBin = db.prepare(`
    INSERT INTO bins (at, endpoint, what, bin, n) VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1`);
  const save = db.prepare('UPDATE cursor SET seq = ?, delivery = ?');

  const stepEvents = db.transaction((from: number, to: number, delivery: number): void => {
    for (const { agent, ...row } of eventCounts.iterate(from, to) as IterableIterator<EventCount>) {
      add.run(row);
      if (row.kind === 'chat.message' && agent !== null)
        addAgent.run({ at: row.at, endpoint: row.endpoint, agent, n: row.n });
    }
    for (const row of answers.iterate(from, to) as IterableIterator<Answer>) {
      const [asked, role] = row.before?.split(' ') ?? [];
      const ms = row.occurred_at - Number(asked);
      if (role === 'user' && ms <= LONGEST_PACE_MS) addBin.run(row.at, row.endpoint, 'pace', binOf(ms));
    }
    save.run(to, delivery);
  });

  const stepDeliveries = db.transaction((seq: number, from: number): boolean => {
    const rows = deliveries.all(from, now() - SETTLED_MS) as {
      id: number;
      at: number;
      endpoint: string;
      verdict: string;
      us: number | null;
      sample: number;
    }[];
    for (const { at, endpoint, verdict, us, sample } of rows) {
      if (sample) continue;
      add.run({ at, endpoint, kind: `delivery ${verdict}`, n: 1 });
      if (us !== null) addBin.run(at, endpoint, 'answer', binOf(us / 1000));
    }
    if (rows.length > 0) save.run(seq, rows.at(-1)?.id);
    return rows.length === BATCH;
  });

  return {
    db,

    /** Whether more than the newest moments is not counted yet, as after the file was deleted. */
    isBehind(): boolean {
      const { seq, delivery } = cursors.get() as { seq: number; delivery: number };
      const { last_seq, last_delivery } = last.get() as { last_seq: number; last_delivery: number };
      return last_seq - seq > BATCH || last_delivery - delivery > BATCH;
    },

    /** Counts what is new. @returns whether there may be more */
    step(): boolean {
      const { seq, delivery } = cursors.get() as { seq: number; delivery: number };
      const { last_seq } = last.get() as { last_seq: number };
      const to = Math.min(seq + BATCH, last_seq);
      if (to > seq) stepEvents(seq, to, delivery);
      const more = stepDeliveries(to, delivery);
      return to < last_seq || more;
    },

    /** Drops what is older than anything that is kept. */
    prune(): void {
      const oldest = main
        .prepare(
          `SELECT min((SELECT received_at FROM events ORDER BY seq LIMIT 1), (SELECT received_at FROM deliveries ORDER BY id LIMIT 1))`,
        )
        .pluck()
        .get() as number | null;
      if (oldest === null) return;
      const before = Math.floor(oldest / QUARTER) * QUARTER;
      for (const table of ['counts', 'agents', 'bins'])
        db.prepare(`DELETE FROM ${table} WHERE at < ?`).run(before);
    },

    /** Deletes the file: it is derived, and made anew at the next opening. */
    discard(): void {
      db.close();
      remove(file);
    },

    close: () => db.close(),
  };
}

function openOrRebuild(file: string, storeId: string, main: Database.Database): Database.Database {
  try {
    return open(file, storeId, main);
  } catch (error) {
    if (classify(error) !== 'damaged') throw error;
    remove(file);
    return open(file, storeId, main);
  }
}

function remove(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}

function open(file: string, storeId: string, main: Database.Database): Database.Database {
  const db = new Database(file, { timeout: 5000 });
  try {
    db.pragma('journal_mode = WAL');
    // The cursors are in the same transaction as what they stand for: a lost commit is simply counted again.
    db.pragma('synchronous = NORMAL');
    db.pragma('cache_size = -4000');
    db.exec(`
      CREATE TABLE IF NOT EXISTS cursor
        (one INTEGER PRIMARY KEY CHECK (one = 1), store_id TEXT, seq INTEGER, delivery INTEGER) STRICT;
      CREATE TABLE IF NOT EXISTS counts (at INTEGER, endpoint TEXT, kind TEXT, n INTEGER NOT NULL,
        PRIMARY KEY (at, endpoint, kind)) STRICT, WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS agents (at INTEGER, endpoint TEXT, agent TEXT, n INTEGER NOT NULL,
        PRIMARY KEY (at, endpoint, agent)) STRICT, WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS bins (at INTEGER, endpoint TEXT, what TEXT, bin INTEGER, n INTEGER NOT NULL,
        PRIMARY KEY (at, endpoint, what, bin)) STRICT, WITHOUT ROWID;`);
    const owner = `${VERSION} ${storeId}`;
    db.prepare('INSERT OR IGNORE INTO cursor VALUES (1, ?, 0, 0)').run(owner);
    const cursor = db.prepare('SELECT store_id, seq, delivery FROM cursor').get() as {
      store_id: string;
      seq: number;
      delivery: number;
    };
    const meta = main.prepare('SELECT last_seq, last_delivery FROM meta').get() as {
      last_seq: number;
      last_delivery: number;
    };
    // One that is ahead was made from a store that has since been put back to an earlier copy.
    if (cursor.store_id !== owner || cursor.seq > meta.last_seq || cursor.delivery > meta.last_delivery) {
      throw new Database.SqliteError('belongs to another store', 'SQLITE_CORRUPT');
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
