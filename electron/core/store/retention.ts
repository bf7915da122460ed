import type Database from 'better-sqlite3';
import { removeFromFilters } from './fold.ts';

/** Deliveries removed in one step: a few milliseconds, so that a vendor's call in between hardly waits. */
const STEP = 100;
const PAGES_GIVEN_BACK = 256;

export interface RetentionLimits {
  /** Deliveries that arrived before this are removed; milliseconds since the epoch. */
  receivedBefore: number;
  maxBytes: number;
}

/** Bytes that the kept rows take; what is free inside the file does not count. */
export function keptBytes(db: Database.Database): number {
  const pragma = (name: string) => Number(db.pragma(name, { simple: true }));
  return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
}

/**
 * Removes the oldest rows that are over the limits, at most one step of them; when over the size, refused deliveries
 * go first. Run it inside a transaction. @returns whether there is more to do.
 */
export function retentionStep(db: Database.Database, limits: RetentionLimits): boolean {
  const tooOld = db
    .prepare(
      `SELECT id FROM (SELECT id, received_at FROM deliveries ORDER BY id LIMIT ${STEP}) WHERE received_at < ?`,
    )
    .pluck()
    .all(limits.receivedBefore) as number[];
  if (tooOld.length > 0) return removeDeliveries(db, tooOld);

  if (keptBytes(db) > limits.maxBytes) {
    const oldest = db
      .prepare(`SELECT id FROM deliveries INDEXED BY deliveries_verdict
         WHERE verdict <> 'verified' AND verdict = 'rejected' ORDER BY id LIMIT ${STEP}`)
      .pluck();
    const refused = oldest.all() as number[];
    if (refused.length > 0) return removeDeliveries(db, refused);
    // Both kinds in turn, the oldest of each: what was fetched would else outlive all that was delivered.
    const fetched = removeEvents(db, looseSeqs(db, Number.MAX_SAFE_INTEGER));
    const any = db.prepare(`SELECT id FROM deliveries ORDER BY id LIMIT ${STEP}`).pluck().all() as number[];
    if (any.length > 0) return removeDeliveries(db, any);
    if (fetched > 0) return true;
  }
  return removeLeftovers(db, limits.receivedBefore) > 0;
}

/** Hands free pages back to the system, a few at a time. Run it outside a transaction. @returns whether it did */
export function giveBackPages(db: Database.Database): boolean {
  const free = () => Number(db.pragma('freelist_count', { simple: true }));
  const before = free();
  // A few stay, for the next deliveries.
  if (before <= PAGES_GIVEN_BACK) return false;
  db.pragma(`incremental_vacuum(${PAGES_GIVEN_BACK})`);
  return free() < before;
}

function removeDeliveries(db: Database.Database, ids: number[]): true {
  const list = JSON.stringify(ids);
  const among = 'IN (SELECT value FROM json_each(?))';
  const seqs = db
    .prepare(
      `SELECT json_group_array(e.seq) FROM deliveries d
       JOIN events e ON e.seq BETWEEN d.first_seq AND d.first_seq + d.event_count - 1 WHERE d.id ${among}`,
    )
    .pluck()
    .get(list) as string;
  removeEvents(db, seqs);
  db.prepare(
    `DELETE FROM dedupe WHERE (key, delivery_id) IN (SELECT dedupe, id FROM deliveries WHERE id ${among})`,
  ).run(list);
  db.prepare(
    `DELETE FROM delivery_filters WHERE (endpoint_id, id) IN (SELECT endpoint_id, id FROM deliveries WHERE id ${among})`,
  ).run(list);
  db.prepare(`DELETE FROM payloads WHERE delivery_id ${among}`).run(list);
  db.prepare(`DELETE FROM deliveries WHERE id ${among}`).run(list);
  return true;
}

/** @param seqs JSON array. @returns how many there were */
function removeEvents(db: Database.Database, seqs: string): number {
  removeFromFilters(db, seqs);
  db.prepare('DELETE FROM fetched WHERE seq IN (SELECT value FROM json_each(?))').run(seqs);
  return db.prepare('DELETE FROM events WHERE seq IN (SELECT value FROM json_each(?))').run(seqs).changes;
}

/** Those of the oldest events that no delivery brought. @returns JSON array */
function looseSeqs(db: Database.Database, receivedBefore: number): string {
  return db
    .prepare(
      `SELECT json_group_array(seq) FROM (SELECT seq, received_at, delivery_id FROM events ORDER BY seq LIMIT ${STEP})
       WHERE delivery_id IS NULL AND received_at < ?`,
    )
    .pluck()
    .get(receivedBefore) as string;
}

/** Events that no delivery brought, and sessions of which no event is left. */
function removeLeftovers(db: Database.Database, receivedBefore: number): number {
  const events = removeEvents(db, looseSeqs(db, receivedBefore));
  const sessions = db
    .prepare(
      `DELETE FROM sessions WHERE id IN (
        SELECT id FROM (SELECT id FROM sessions ORDER BY last_seq LIMIT ${STEP}) AS s
        WHERE NOT EXISTS (SELECT 1 FROM events WHERE session_id = s.id))`,
    )
    .run();
  return events + sessions.changes;
}
