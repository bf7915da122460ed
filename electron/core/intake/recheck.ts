import type { Committer } from '../store/committer.ts';
import type { StoredHeader } from '../store/rows.ts';
import type { Accepted } from '../store/writer.ts';
import { findVendor } from '../vendors/registry.ts';
import { arrive, type Door, type IntakeKeys } from './intake.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Deliveries checked between two looks at what vendors send meanwhile. */
const STEP = 20;

interface RefusedRow {
  id: number;
  received_at: number;
  headers: string;
  body: Buffer;
}

/**
 * Checks an endpoint's refused deliveries of the last 24 h again, their timestamp judged at arrival, since a vendor may
 * send but once. With `apply`, those that verify become events, marked late. A header that has become the secret one
 * is masked in them either way.
 */
export async function recheck(
  committer: Pick<Committer, 'attempt' | 'database'>,
  door: Door,
  keys: IntakeKeys,
  apply: boolean,
  now = Date.now(),
): Promise<{ checked: number; verified: number }> {
  const { proof } = door;
  const vendor = findVendor(door.vendor);
  if (!proof || !vendor || proof.verification === 'none') return { checked: 0, verified: 0 };

  let checked = 0;
  let verified = 0;
  for (let after = 0; ; ) {
    const rows = refusedAfter(committer, door.endpointId, after, now - DAY_MS);
    if (rows.length === 0) return { checked, verified };
    const admitted: [number, Accepted][] = [];
    const masked: [number, string][] = [];
    for (const row of rows) {
      const headers = JSON.parse(row.headers) as StoredHeader[];
      const arrival = arrive(
        door,
        proof,
        vendor,
        { headers, body: row.body, receivedAt: row.received_at },
        keys,
      );
      if (arrival.verdict !== 'rejected') admitted.push([row.id, arrival]);
      const kept = JSON.stringify(arrival.headers);
      if (kept !== row.headers) masked.push([row.id, kept]);
    }
    if (masked.length > 0 || (apply && admitted.length > 0)) {
      committer.attempt((writer) => {
        for (const [id, kept] of masked) writer.replaceHeaders(id, kept);
        if (apply) for (const [id, arrival] of admitted) writer.admit(id, arrival);
      });
    }
    checked += rows.length;
    verified += admitted.length;
    after = rows.at(-1)?.id ?? after;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function refusedAfter(
  committer: Pick<Committer, 'database'>,
  endpointId: string,
  after: number,
  since: number,
) {
  return committer
    .database()
    .prepare(
      `SELECT d.id, d.received_at, p.headers, p.body FROM deliveries d INDEXED BY deliveries_refused JOIN payloads p ON p.delivery_id = d.id
       WHERE d.endpoint_id = ? AND d.verdict = 'rejected' AND d.id > ? AND d.received_at >= ? AND d.sample = 0
       ORDER BY d.id LIMIT ${STEP}`,
    )
    .all(endpointId, after, since) as RefusedRow[];
}
