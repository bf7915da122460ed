import type { Session } from '../../../shared/events.ts';
import type { Committer } from './committer.ts';
import { giveBackPages, retentionStep } from './retention.ts';
import { endQuietSessions, QUIET_STEP } from './session-writer.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface SweepLimits {
  retentionDays: number;
  retentionBytes: number;
  sessionQuietMinutes: number;
}

/**
 * Ends quiet sessions and removes what retention no longer keeps, in small steps between which deliveries get in.
 * @returns whether rows were removed. @throws NotStored
 */
export async function sweep(
  committer: Pick<Committer, 'attempt' | 'database' | 'storeId'>,
  limits: SweepLimits,
  sessionsEnded: (sessions: Session[]) => void,
  now = Date.now(),
): Promise<boolean> {
  const quietSince = now - limits.sessionQuietMinutes * 60_000;
  for (let more = true; more; ) {
    const ended = committer.attempt((_, db) => endQuietSessions(db, quietSince, committer.storeId()));
    if (ended.length > 0) sessionsEnded(ended);
    more = ended.length === QUIET_STEP;
    if (more) await pause();
  }

  const retention = { receivedBefore: now - limits.retentionDays * DAY_MS, maxBytes: limits.retentionBytes };
  let removed = false;
  while (committer.attempt((_, db) => retentionStep(db, retention))) {
    removed = true;
    await pause();
  }
  while (giveBackPages(committer.database())) await pause();
  return removed;
}

/** Lets deliveries in between two steps. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
