import { existsSync, renameSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrate, refuseNewer } from './migrations/migrations.ts';
import { classify } from './sqlite-error.ts';

/** A file up to this size is checked whole at every start (well under 0.2 s); damage in a larger one shows when it is met. */
const CHECKED_BYTES = 64 * 1024 ** 2;

export interface OpenedStore {
  db: Database.Database;
  /** Where a damaged file was moved to, if there was one. */
  setAside?: string;
}

/**
 * Opens the main database for writing. A damaged file is renamed, never deleted, and a new one begins.
 * @throws AppError `store_newer`
 */
export function openStore(file: string, now = Date.now()): OpenedStore {
  try {
    return { db: open(file) };
  } catch (error) {
    if (classify(error) !== 'damaged') throw error;
    const setAside = moveAside(file, now);
    return { db: open(file), setAside };
  }
}

/** Renames a database with its journal files, and returns the new name. */
export function moveAside(file: string, now: number): string {
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  let aside = `${file}.damaged-${stamp}`;
  for (let n = 2; existsSync(aside); n++) aside = `${file}.damaged-${stamp}-${n}`;
  // The journal first: SQLite deletes one that it finds beside no database, should this end half-way.
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
  return aside;
}

/** For pages of the feed, lists and searches. Sees each commit of the writer, and can change nothing. */
export function openReader(file: string): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  db.pragma('query_only = ON');
  db.pragma('cache_size = -4000');
  return db;
}

function open(file: string): Database.Database {
  if (existsSync(file)) leaveNewer(file);
  const db = new Database(file, { timeout: 5000 });
  try {
    // Counts only before the first table; lets retention give pages back in small steps.
    if (statSync(file).size === 0) db.pragma('auto_vacuum = INCREMENTAL');
    db.pragma('journal_mode = WAL');
    // FULL: a commit is on the disk before a vendor hears 200.
    db.pragma('synchronous = FULL');
    // Checkpoints run in another thread, so that no vendor waits for one.
    db.pragma('wal_autocheckpoint = 0');
    db.pragma('cache_size = -8000');
    db.pragma('temp_store = MEMORY');
    if (statSync(file).size <= CHECKED_BYTES) check(db);
    migrate(db);
    // Reading it proves that the schema is the one we know.
    db.prepare(`INSERT OR IGNORE INTO meta VALUES (1, lower(hex(randomblob(3))), 0, 0, 0, 0, 0)`).run();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** By a connection that can write nothing: a newer file stays as it is, byte for byte. */
function leaveNewer(file: string): void {
  const db = new Database(file, { readonly: true, timeout: 5000 });
  try {
    refuseNewer(db);
  } finally {
    db.close();
  }
}

function check(db: Database.Database): void {
  const verdict = db.pragma('quick_check(1)', { simple: true });
  if (verdict !== 'ok') throw new Database.SqliteError(`quick_check: ${verdict}`, 'SQLITE_CORRUPT');
}
