import Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';

/**
 * What a failed write means: the file is damaged, the disk will not take it now, or the statement itself is at fault.
 * https://www.sqlite.org/rescode.html
 */
export function classify(error: unknown): 'damaged' | 'disk' | 'other' {
  if (!(error instanceof Database.SqliteError)) return 'other';
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return 'damaged';
  if (/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|PERM|NOMEM|BUSY|LOCKED|PROTOCOL)/.test(error.code))
    return 'disk';
  return 'other';
}

/** In words that a person can act on. */
export function explain(error: unknown): string {
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (code === 'SQLITE_FULL') return 'The disk is full.';
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM')
    return 'The data folder cannot be written to.';
  if (code.startsWith('SQLITE_CANTOPEN')) return 'The data folder cannot be opened.';
  if (code.startsWith('SQLITE_IOERR')) return 'The disk reported an error.';
  if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) return 'Another program has locked the store.';
  return error instanceof Error ? error.message : String(error);
}

/** Opens something at the start. @throws AppError `store_failed` where the disk or another program refuses it */
export function orStoreFailed<T>(open: () => T): T {
  try {
    return open();
  } catch (error) {
    if (classify(error) !== 'disk') throw error;
    throw new AppError('store_failed', explain(error), { cause: error });
  }
}
