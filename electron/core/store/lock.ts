import { truncateSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import { classify } from './sqlite-error.ts';

/**
 * Holds the data folder for this process, by SQLite's exclusive lock: the system releases it when the process ends,
 * however it ends, so that there is no stale pid file to reason about.
 * @throws AppError `folder_in_use`
 */
export function lockFolder(file: string): () => void {
  try {
    return lock(file);
  } catch (error) {
    if (classify(error) !== 'damaged') throw error;
    // Nobody can hold a file that is no database, and nothing is kept in it. Emptied in place, it is the same file for all.
    truncateSync(file);
    return lock(file);
  }
}

function lock(file: string): () => void {
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error;
    throw new AppError('folder_in_use', 'Another Greenroom is using this data folder.');
  }
  return () => db.close();
}
