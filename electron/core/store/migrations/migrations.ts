import type { Database } from 'better-sqlite3';
import { AppError } from '../../../../shared/errors.ts';
import { deliveriesEventsSessions } from './0001-deliveries-events-sessions.ts';
import { fetched } from './0002-fetched.ts';
import { repeated } from './0003-repeated.ts';

export interface Migration {
  /** The `user_version` that the file has afterwards: 1, 2, 3 … without gaps. */
  version: number;
  sql: string;
}

/** In order. A published migration never changes; a new one is one file and one line. */
export const migrations: readonly Migration[] = [deliveriesEventsSessions, fetched, repeated];

/**
 * Brings an open database to the newest version, each step in a transaction of its own.
 * @throws AppError `store_newer`; nothing is changed then
 */
export function migrate(db: Database, steps: readonly Migration[] = migrations): void {
  const found = refuseNewer(db, steps);
  for (const step of steps.filter(({ version }) => version > found)) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
}

/** @returns the version found. @throws AppError `store_newer` where a newer Greenroom has written the file */
export function refuseNewer(db: Database, steps: readonly Migration[] = migrations): number {
  const found = Number(db.pragma('user_version', { simple: true }));
  const known = steps.at(-1)?.version ?? 0;
  if (found <= known) return found;
  throw new AppError(
    'store_newer',
    `The store in this data folder was written by a newer Greenroom (version ${found}, this one knows ${known}). Start that newer version, or choose another data folder.`,
  );
}
