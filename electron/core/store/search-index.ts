import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Json } from '../../../shared/events.ts';
import { publicId } from './ids.ts';
import { INDEXED_BYTES, matchExpression, searchText } from './search-text.ts';
import { openSessionIndex, type SessionWords, sessionTables } from './session-index.ts';
import { classify } from './sqlite-error.ts';

/**
 * Events in one segment. A search walks the segments from the newest and stops when it has its page, so that a word
 * that every event holds costs as little as a rare one; retention drops whole segments.
 */
const SEGMENT = 32_768;
/** Of the file's shape: one of another is made anew. */
const FORMAT = 1;
/** Events indexed in one go, a few milliseconds' work, and the bytes that they may bring along. */
const BATCH = 200;
const BATCH_BYTES = 2 * INDEXED_BYTES;

interface Row extends SessionWords {
  seq: number;
  agent_id: string | null;
  delivery_id: number | null;
  data: string;
  body: Buffer | null;
}

export type SearchIndex = ReturnType<typeof openSearchIndex>;

/**
 * The full-text index in a file of its own: it follows the commits with its own cursor, so that no vendor waits for it,
 * and is made anew where it is missing, damaged, or belongs to another store.
 * @param main A reading connection to the main database.
 * @param segmentSize The same for the whole life of a file.
 */
export function openSearchIndex(
  file: string,
  main: Database.Database,
  storeId: string,
  segmentSize = SEGMENT,
) {
  const lastSeq = main.prepare('SELECT last_seq FROM meta').pluck().get() as number;
  const db = openOrRebuild(file, storeId, lastSeq);
  const segments = new Set(
    db
      .prepare(
        `SELECT substr(name, 9) FROM sqlite_schema WHERE name GLOB 'segment_[0-9]*' AND sql LIKE 'CREATE VIRTUAL%'`,
      )
      .pluck()
      .all()
      .map(Number),
  );
  const sessions = openSessionIndex(db, main, storeId);
  const readCursor = db.prepare('SELECT seq FROM cursor').pluck();
  const saveCursor = db.prepare('UPDATE cursor SET seq = ?');
  const nextRows = main.prepare(`
    SELECT e.seq, e.agent_id, e.session_id, e.delivery_id, e.data,
      s.vendor_session_id, s.room, s.endpoint_id, s.agent_id AS session_agent_id,
      substr(p.body, 1, ${INDEXED_BYTES}) AS body
    FROM events e LEFT JOIN payloads p ON p.delivery_id = e.delivery_id LEFT JOIN sessions s ON s.id = e.session_id
    WHERE e.seq > ? ORDER BY e.seq LIMIT ${BATCH}`);
  const oldestSeq = main.prepare('SELECT min(seq) FROM events').pluck();
  const stillThere = main
    .prepare('SELECT seq FROM events WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq DESC')
    .pluck();

  /** @returns the next rows, and whether there may be more after them */
  function readBatch(): { rows: Row[]; more: boolean } {
    const rows: Row[] = [];
    let bytes = 0;
    for (const row of nextRows.iterate(readCursor.get()) as IterableIterator<Row>) {
      rows.push(row);
      bytes += row.data.length + (row.body?.length ?? 0);
      if (bytes > BATCH_BYTES) return { rows, more: true };
    }
    return { rows, more: rows.length === BATCH };
  }

  function inserter(segment: number): Database.Statement {
    if (!segments.has(segment)) {
      db.exec(
        `CREATE VIRTUAL TABLE IF NOT EXISTS segment_${segment} USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2')`,
      );
    }
    return db.prepare(`INSERT INTO segment_${segment} (rowid, text) VALUES (?, ?)`);
  }

  /** @returns the segments that hold the rows; known to others once the transaction is through */
  const indexBatch = db.transaction((rows: Row[]): Iterable<number> => {
    const inserters = new Map<number, Database.Statement>();
    for (const row of rows) {
      const segment = Math.floor(row.seq / segmentSize);
      const insert = inserters.get(segment) ?? inserter(segment);
      inserters.set(segment, insert);
      const ids = [
        row.agent_id,
        row.vendor_session_id,
        row.session_id === null ? null : publicId('s', row.session_id, storeId),
        row.delivery_id === null ? null : publicId('d', row.delivery_id, storeId),
      ];
      insert.run(row.seq, searchText(ids, JSON.parse(row.data) as Json, row.body));
    }
    sessions.enter(rows);
    saveCursor.run(rows.at(-1)?.seq);
    return inserters.keys();
  });

  /** The newest events of one segment that match and are still there. */
  function findIn(
    segment: number,
    expression: string,
    below: number,
    from: number,
    wanted: number,
  ): number[] {
    const sql = `SELECT rowid FROM segment_${segment} WHERE segment_${segment} MATCH ? AND rowid < ? AND rowid >= ?
      ORDER BY rowid DESC LIMIT ?`;
    const select = db.prepare(sql).pluck();
    const found: number[] = [];
    for (let end = below; ; ) {
      const missing = wanted - found.length;
      const seqs = select.all(expression, end, from, missing) as number[];
      found.push(...(stillThere.all(JSON.stringify(seqs)) as number[]));
      if (seqs.length < missing || found.length >= wanted) return found;
      end = seqs.at(-1) ?? 0;
    }
  }

  return {
    /** Indexes the next events. @returns whether there may be more. */
    step(): boolean {
      const { rows, more } = readBatch();
      if (rows.length > 0) for (const segment of indexBatch(rows)) segments.add(segment);
      return more;
    },

    /** The `seq` up to which events are found. */
    cursor: () => readCursor.get() as number,

    /**
     * `seq`s of the events that hold every word of the query and are still there, newest first.
     * @param before exclusive
     */
    find(query: string, before: number | undefined, limit: number): number[] {
      const expression = matchExpression(query);
      if (expression === undefined) return [];
      const oldest = oldestSeq.get() as number | null;
      if (oldest === null) return [];
      const found: number[] = [];
      for (const segment of [...segments].sort((a, b) => b - a)) {
        const below = before ?? Number.MAX_SAFE_INTEGER;
        if (segment * segmentSize >= below) continue;
        found.push(...findIn(segment, expression, below, oldest, limit - found.length));
        if (found.length >= limit) break;
      }
      return found;
    },

    findSessions: sessions.find,

    /** Drops the segments all of whose events are gone from the main database. */
    prune(): void {
      const oldest = (oldestSeq.get() as number | null) ?? (readCursor.get() as number) + 1;
      for (const segment of segments) {
        if ((segment + 1) * segmentSize > oldest) continue;
        db.exec(`DROP TABLE segment_${segment}`);
        segments.delete(segment);
      }
      sessions.prune();
    },

    /** Deletes the file: it is derived, and made anew at the next opening. */
    discard(): void {
      db.close();
      remove(file);
    },

    close: () => db.close(),
  };
}

function openOrRebuild(file: string, storeId: string, lastSeq: number): Database.Database {
  try {
    return open(file, storeId, lastSeq);
  } catch (error) {
    if (classify(error) !== 'damaged') throw error;
    remove(file);
    return open(file, storeId, lastSeq);
  }
}

function remove(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}

function open(file: string, storeId: string, lastSeq: number): Database.Database {
  const db = new Database(file, { timeout: 5000 });
  try {
    db.pragma('journal_mode = WAL');
    // The cursor is in the same transaction as what it stands for: a lost commit is simply indexed again.
    db.pragma('synchronous = NORMAL');
    db.pragma('cache_size = -8000');
    db.exec(
      'CREATE TABLE IF NOT EXISTS cursor (one INTEGER PRIMARY KEY CHECK (one = 1), store_id TEXT, seq INTEGER) STRICT',
    );
    const isNew = db.prepare('INSERT OR IGNORE INTO cursor VALUES (1, ?, 0)').run(storeId).changes > 0;
    if (isNew) {
      db.exec(sessionTables);
      db.pragma(`user_version = ${FORMAT}`);
    }
    const cursor = db.prepare('SELECT store_id, seq FROM cursor').get() as { store_id: string; seq: number };
    // One that is ahead was made from a store that has since been put back to an earlier copy.
    const isOurs = cursor.store_id === storeId && cursor.seq <= lastSeq;
    if (!isOurs || db.pragma('user_version', { simple: true }) !== FORMAT) {
      throw new Database.SqliteError('belongs to another store or version', 'SQLITE_CORRUPT');
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
