import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Json } from '../../../shared/events.ts';
import { publicId } from './ids.ts';
import { matchExpression, searchText } from './search-text.ts';
import { classify } from './sqlite-error.ts';

/**
 * Events in one segment. A search walks the segments from the newest and stops when it has its page, so that a word
 * that every event holds costs as little as a rare one; retention drops whole segments.
 */
const SEGMENT = 32_768;
/** Events indexed in one go, a few milliseconds' work. */
const BATCH = 200;

interface Row {
  seq: number;
  agent_id: string | null;
  session_id: number | null;
  delivery_id: number | null;
  vendor_session_id: string | null;
  data: string;
  body: Buffer | null;
}

export type SearchIndex = ReturnType<typeof openSearchIndex>;

/**
 * The full-text index in a file of its own: it follows the commits with its own cursor, so that no vendor waits for it,
 * and is made anew where it is missing, damaged, or belongs to another store.
 * @param main A reading connection to the main database.
 */
export function openSearchIndex(file: string, main: Database.Database, storeId: string) {
  const db = openOrRebuild(file, storeId);
  const segments = new Set(
    db
      .prepare(
        `SELECT substr(name, 9) FROM sqlite_schema WHERE name GLOB 'segment_[0-9]*' AND sql LIKE 'CREATE VIRTUAL%'`,
      )
      .pluck()
      .all()
      .map(Number),
  );
  const readCursor = db.prepare('SELECT seq FROM cursor').pluck();
  const saveCursor = db.prepare('UPDATE cursor SET seq = ?');
  const nextRows = main.prepare(`
    SELECT e.seq, e.agent_id, e.session_id, e.delivery_id, s.vendor_session_id, e.data, p.body
    FROM events e LEFT JOIN payloads p ON p.delivery_id = e.delivery_id LEFT JOIN sessions s ON s.id = e.session_id
    WHERE e.seq > ? ORDER BY e.seq LIMIT ${BATCH}`);

  function insertInto(segment: number): Database.Statement {
    if (!segments.has(segment)) {
      db.exec(
        `CREATE VIRTUAL TABLE segment_${segment} USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2')`,
      );
      segments.add(segment);
    }
    return db.prepare(`INSERT INTO segment_${segment} (rowid, text) VALUES (?, ?)`);
  }

  const indexBatch = db.transaction((rows: Row[]) => {
    let insert: { segment: number; statement: Database.Statement } | undefined;
    for (const row of rows) {
      const segment = Math.floor(row.seq / SEGMENT);
      if (insert?.segment !== segment) insert = { segment, statement: insertInto(segment) };
      const ids = [
        row.agent_id,
        row.vendor_session_id,
        row.session_id === null ? null : publicId('s', row.session_id, storeId),
        row.delivery_id === null ? null : publicId('d', row.delivery_id, storeId),
      ];
      insert.statement.run(row.seq, searchText(ids, JSON.parse(row.data) as Json, row.body));
    }
    saveCursor.run(rows.at(-1)?.seq);
  });

  return {
    /** Indexes the next events. @returns whether there may be more. */
    step(): boolean {
      const rows = nextRows.all(readCursor.get()) as Row[];
      if (rows.length > 0) indexBatch(rows);
      return rows.length === BATCH;
    },

    /** The `seq` up to which events are found. */
    cursor: () => readCursor.get() as number,

    /**
     * `seq`s of the events that hold every word of the query, newest first.
     * @param before exclusive
     */
    find(query: string, before: number | undefined, limit: number): number[] {
      const expression = matchExpression(query);
      if (expression === undefined) return [];
      const found: number[] = [];
      for (const segment of [...segments].sort((a, b) => b - a)) {
        if (before !== undefined && segment * SEGMENT >= before) continue;
        const sql = `SELECT rowid FROM segment_${segment} WHERE segment_${segment} MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?`;
        const rows = db.prepare(sql).pluck();
        found.push(
          ...(rows.all(expression, before ?? Number.MAX_SAFE_INTEGER, limit - found.length) as number[]),
        );
        if (found.length >= limit) break;
      }
      return found;
    },

    /** Drops the segments all of whose events are gone from the main database. */
    prune(): void {
      const oldest = main.prepare('SELECT min(seq) FROM events').pluck().get() as number | null;
      for (const segment of segments) {
        if ((segment + 1) * SEGMENT > (oldest ?? 0)) continue;
        db.exec(`DROP TABLE segment_${segment}`);
        segments.delete(segment);
      }
    },

    /** Deletes the file: it is derived, and made anew at the next opening. */
    discard(): void {
      db.close();
      remove(file);
    },

    close: () => db.close(),
  };
}

function openOrRebuild(file: string, storeId: string): Database.Database {
  try {
    return open(file, storeId);
  } catch (error) {
    if (classify(error) !== 'damaged') throw error;
    remove(file);
    return open(file, storeId);
  }
}

function remove(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}

function open(file: string, storeId: string): Database.Database {
  const db = new Database(file, { timeout: 5000 });
  try {
    db.pragma('journal_mode = WAL');
    // The cursor is in the same transaction as what it stands for: a lost commit is simply indexed again.
    db.pragma('synchronous = NORMAL');
    db.pragma('cache_size = -8000');
    db.exec(
      'CREATE TABLE IF NOT EXISTS cursor (one INTEGER PRIMARY KEY CHECK (one = 1), store_id TEXT, seq INTEGER) STRICT',
    );
    db.prepare('INSERT OR IGNORE INTO cursor VALUES (1, ?, 0)').run(storeId);
    const owner = db.prepare('SELECT store_id FROM cursor').pluck().get();
    if (owner !== storeId) throw new Database.SqliteError('belongs to another store', 'SQLITE_CORRUPT');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
