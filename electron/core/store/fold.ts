import type Database from 'better-sqlite3';

/** So many deliveries wait to be entered at the most; in quiet times they are entered twice a second. */
const MOST_WAITING = 8192;

/** How far the grouped indexes go: what is above is found by reading the rows themselves, which are few. */
export interface Folded {
  folded_delivery: number;
  folded_seq: number;
}

/**
 * Indexes that only lists, filters and the look for duplicates need are entered in groups: each would otherwise write
 * pages of its own into every commit that a vendor waits for. Both cursors stand in `meta`, in the same transaction.
 */
export function createFold(db: Database.Database) {
  const into = [
    // In the order of the keys, which are as good as random: neighbours share their pages.
    `INSERT OR IGNORE INTO dedupe (key, delivery_id)
     SELECT dedupe, id FROM deliveries WHERE id > @folded_delivery AND dedupe IS NOT NULL ORDER BY dedupe`,
    `INSERT INTO delivery_filters (endpoint_id, id)
     SELECT endpoint_id, id FROM deliveries WHERE id > @folded_delivery`,
    ...filterNames.map(
      (name) =>
        `INSERT INTO event_filters (filter, seq) SELECT ${name}, seq FROM events WHERE seq > @folded_seq`,
    ),
  ].map((sql) => db.prepare(sql));
  const save = db.prepare('UPDATE meta SET folded_delivery = ?, folded_seq = ?');

  /** Enters what waits, where there is too much of it or where it is asked for. */
  return (before: Folded, lastDelivery: number, lastSeq: number, asked: boolean): void => {
    const waiting = Math.max(lastDelivery - before.folded_delivery, lastSeq - before.folded_seq);
    if (waiting < (asked ? 1 : MOST_WAITING)) return;
    for (const statement of into) statement.run(before);
    save.run(lastDelivery, lastSeq);
  };
}

/** SQL for the names under which an event is found: by endpoint, by kind, by both. */
const filterNames = ["'e ' || endpoint_id", "'k ' || kind", "'e ' || endpoint_id || ' k ' || kind"];

/** The names of a filter; several kinds are several names. */
export function filtersOf(endpointId: string | undefined, kinds: readonly string[] | undefined): string[] {
  const endpoint = endpointId === undefined ? '' : `e ${endpointId}`;
  if (!kinds) return [endpoint];
  return [...new Set(kinds)].map((kind) => `${endpoint}${endpoint && ' '}k ${kind}`);
}

/** Takes events out of the filters, before their rows go. @param seqs JSON array */
export function removeFromFilters(db: Database.Database, seqs: string): void {
  for (const name of filterNames) {
    db.prepare(
      `DELETE FROM event_filters WHERE (filter, seq) IN (
        SELECT ${name}, seq FROM events WHERE seq IN (SELECT value FROM json_each(?)))`,
    ).run(seqs);
  }
}
