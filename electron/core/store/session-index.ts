import type Database from 'better-sqlite3';
import { publicId } from './ids.ts';
import { matchExpression } from './search-text.ts';

/** The words of sessions, so that each is found by who and where it is, however many messages it holds. */
export const sessionTables = `
  CREATE TABLE session_words (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
  CREATE VIRTUAL TABLE session_index
    USING fts5 (text, content = 'session_words', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2')`;

/** What of an event's row tells of its session, as it stands now. */
export interface SessionWords {
  session_id: number | null;
  vendor_session_id: string | null;
  room: string | null;
  endpoint_id: string | null;
  session_agent_id: string | null;
}

/** @param db of the index. @param main A reading connection to the main database. */
export function openSessionIndex(db: Database.Database, main: Database.Database, storeId: string) {
  const wordsOf = db.prepare('SELECT text FROM session_words WHERE id = ?').pluck();
  const forget = db.prepare(`INSERT INTO session_index (session_index, rowid, text) VALUES ('delete', ?, ?)`);
  const keep = db.prepare('INSERT OR REPLACE INTO session_words (id, text) VALUES (?, ?)');
  const insert = db.prepare('INSERT INTO session_index (rowid, text) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM session_words WHERE id = ?');
  const below = db.prepare('SELECT id, text FROM session_words WHERE id < ? LIMIT 500');
  const select = db
    .prepare(
      'SELECT rowid FROM session_index WHERE session_index MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?',
    )
    .pluck();
  const oldest = main.prepare('SELECT min(id) FROM sessions').pluck();
  const stillThere = main
    .prepare('SELECT id FROM sessions WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC')
    .pluck();
  const removeAll = db.transaction((rows: { id: number; text: string }[]) => {
    for (const { id, text } of rows) {
      forget.run(id, text);
      remove.run(id);
    }
  });

  return {
    /** Within the transaction that indexes their events. */
    enter(rows: readonly SessionWords[]): void {
      // The newest row of each tells the most.
      const newest = new Map(rows.map((row) => [row.session_id, row]));
      for (const [id, row] of newest) {
        // Pruned meanwhile.
        if (id === null || row.vendor_session_id === null) continue;
        const { vendor_session_id, room, endpoint_id, session_agent_id } = row;
        const words = [publicId('s', id, storeId), vendor_session_id, room, endpoint_id, session_agent_id];
        const text = words.filter((word) => word !== null).join('\n');
        const before = wordsOf.get(id) as string | undefined;
        if (before === text) continue;
        if (before !== undefined) forget.run(id, before);
        keep.run(id, text);
        insert.run(id, text);
      }
    },

    /**
     * Numbers of the sessions that hold every word of the query and are still there, those that began last first.
     * @param meant ids that the words may stand for, by `idsMeant`
     */
    find(query: string, meant: readonly string[][], limit: number): number[] {
      const expression = matchExpression(query, meant);
      const found: number[] = [];
      for (let end = Number.MAX_SAFE_INTEGER; expression !== undefined; ) {
        const missing = limit - found.length;
        const ids = select.all(expression, end, missing) as number[];
        found.push(...(stillThere.all(JSON.stringify(ids)) as number[]));
        if (ids.length < missing || found.length >= limit) break;
        end = ids.at(-1) ?? 0;
      }
      return found;
    },

    /** Lets go of those before the oldest that is still there. */
    prune(): void {
      const first = (oldest.get() as number | null) ?? Number.MAX_SAFE_INTEGER;
      for (;;) {
        const gone = below.all(first) as { id: number; text: string }[];
        if (gone.length === 0) return;
        removeAll(gone);
      }
    },
  };
}
