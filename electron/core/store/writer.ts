import type Database from 'better-sqlite3';
import type { DeliverySummary, FeedEvent } from '../../../shared/events.ts';
import type { Arrival, Committed, Fetched, Kept, Reached } from './arrival.ts';
import { dedupeIndex, dedupeKey } from './dedupe.ts';
import { eventWriter } from './event-writer.ts';
import { fetchedWriter } from './fetched-writer.ts';
import { createFold, type Folded } from './fold.ts';
import { publicId } from './ids.ts';
import { type DeliveryRow, selectDeliveries, toSession, toSummary } from './rows.ts';
import { sessionWriter } from './session-writer.ts';

const REFUSED_KEPT = 1000;

export type Accepted = Extract<Arrival, { verdict: 'verified' | 'unproved' }>;

interface Counters extends Folded {
  last_delivery: number;
  last_seq: number;
  last_session: number;
}

/** The deliveries that carry the same key: one may be the same call. */
interface Earlier {
  key: number | null;
  same?: number;
  conflict: boolean;
}

export type Writer = ReturnType<typeof createWriter>;

/**
 * Puts arrivals into the database. `record` runs inside the caller's transaction and may be rolled back with it:
 * nothing that it learns outlives a failed commit but through `begin`.
 */
export function createWriter(db: Database.Database) {
  const { store_id: storeId } = db.prepare('SELECT store_id FROM meta').get() as { store_id: string };
  const sessions = sessionWriter(db);
  const dedupe = dedupeIndex(db);
  const fold = createFold(db);
  const addEvents = eventWriter(db, sessions, storeId);
  const addFetched = fetchedWriter(db, sessions, addEvents);

  const readCounters = db.prepare(
    'SELECT last_delivery, last_seq, last_session, folded_delivery, folded_seq FROM meta',
  );
  const saveCounters = db.prepare('UPDATE meta SET last_delivery = ?, last_seq = ?, last_session = ?');
  const insertDelivery = db.prepare(`
    INSERT INTO deliveries (id, endpoint_id, vendor, received_at, verdict, reason, status, bytes, conflict, sample,
      vendor_delivery_id, dedupe, body_hash, first_seq, event_count)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertPayload = db.prepare('INSERT INTO payloads (delivery_id, headers, body) VALUES (?, ?, ?)');
  const countDuplicate = db.prepare('UPDATE deliveries SET duplicates = duplicates + 1 WHERE id = ?');
  const oneDelivery = db.prepare(`${selectDeliveries} WHERE d.id = ?`);
  const surplusRefused = db
    .prepare(
      `SELECT id FROM deliveries INDEXED BY deliveries_refused
       WHERE endpoint_id = ? AND verdict = 'rejected' ORDER BY id DESC LIMIT -1 OFFSET ${REFUSED_KEPT}`,
    )
    .pluck();
  const dropDelivery = db.prepare('DELETE FROM deliveries WHERE id = ?');
  const dropFilter = db.prepare(
    'DELETE FROM delivery_filters WHERE (endpoint_id, id) = (SELECT endpoint_id, id FROM deliveries WHERE id = ?)',
  );
  const dropPayload = db.prepare('DELETE FROM payloads WHERE delivery_id = ?');
  const noteAnswer = db.prepare('UPDATE deliveries SET answered_us = ? WHERE id = ?');
  const replaceHeaders = db.prepare('UPDATE payloads SET headers = ? WHERE delivery_id = ?');
  const admit = db.prepare(`
    UPDATE deliveries SET verdict = 'verified', reason = NULL, late = 1, vendor_delivery_id = ?, dedupe = ?, first_seq = ?,
      event_count = ?, conflict = ? WHERE id = ?`);

  let counters = readCounters.get() as Counters;
  let saved = counters;
  let events: FeedEvent[] = [];
  let samples: Committed['samples'] = [];
  const reached = new Map<string, Reached>();
  let foldAsked = false;
  /** Each in its last state, however often it was touched. */
  const deliveries = new Map<number, DeliverySummary>();
  const touched = new Set<number>();
  const next = { seq: () => ++counters.last_seq, session: () => ++counters.last_session };

  /** Tests are never compared, so they carry no key. */
  function look(arrival: Accepted): Earlier {
    if (arrival.test) return { key: null, conflict: false };
    const key = dedupeKey(arrival);
    return { key, ...dedupe.find(arrival, key) };
  }

  function summaryOf(id: number): DeliverySummary {
    return toSummary(oneDelivery.get(id) as DeliveryRow, storeId);
  }

  /** Our own samples prove nothing of the vendor. */
  function noteReached({ endpointId, receivedAt, test, sampleMark }: Accepted): void {
    if (sampleMark !== undefined) return;
    const before = reached.get(endpointId);
    reached.set(endpointId, {
      endpointId,
      at: new Date(receivedAt).toISOString(),
      test: test || (before?.test ?? false),
    });
  }

  function drop(id: number): void {
    dropFilter.run(id);
    dropDelivery.run(id);
    dropPayload.run(id);
  }

  return {
    storeId,

    /** Call first in each transaction. */
    begin(): void {
      saved = readCounters.get() as Counters;
      counters = { ...saved };
      dedupe.begin(saved.last_delivery, saved.folded_delivery);
      events = [];
      samples = [];
      reached.clear();
      foldAsked = false;
      deliveries.clear();
      touched.clear();
    },

    /** @returns the number of the delivery that it became, or that it repeats */
    record(arrival: Arrival): { id: number; repeats: boolean } {
      const accepted = arrival.verdict === 'rejected' ? undefined : arrival;
      const earlier: Earlier = accepted ? look(accepted) : { key: null, conflict: false };
      if (accepted?.viaPublic) noteReached(accepted);
      if (earlier.same !== undefined) {
        const id = earlier.same;
        countDuplicate.run(id);
        deliveries.set(id, summaryOf(id));
        if (arrival.sampleMark) samples.push([arrival.sampleMark, publicId('d', id, storeId)]);
        return { id, repeats: true };
      }
      const id = ++counters.last_delivery;
      const told =
        accepted && !earlier.conflict
          ? addEvents(accepted, { deliveryId: id, late: false }, next, touched)
          : [];
      const summary: DeliverySummary = {
        id: publicId('d', id, storeId),
        endpointId: arrival.endpointId,
        vendor: arrival.vendor,
        receivedAt: new Date(arrival.receivedAt).toISOString(),
        verdict: arrival.verdict,
        ...(arrival.verdict === 'rejected' && { reason: arrival.reason }),
        status: accepted ? 200 : 401,
        bytes: arrival.body.length,
        answeredInMs: 0,
        duplicates: 0,
        conflict: earlier.conflict,
        eventSeqs: told.map(({ seq }) => seq),
        ...(told[0] && { kind: told[0].kind }),
        ...(arrival.sampleMark !== undefined && { sample: true as const }),
      };
      insertDelivery.run(
        id,
        arrival.endpointId,
        arrival.vendor,
        arrival.receivedAt,
        arrival.verdict,
        summary.reason ?? null,
        summary.status,
        summary.bytes,
        earlier.conflict ? 1 : 0,
        arrival.sampleMark === undefined ? 0 : 1,
        accepted?.deliveryId ?? null,
        earlier.key,
        arrival.bodyHash,
        summary.eventSeqs[0] ?? null,
        told.length,
      );
      if (earlier.key !== null) dedupe.add(earlier.key, id);
      insertPayload.run(id, JSON.stringify(arrival.headers), arrival.body);
      if (!accepted) for (const old of surplusRefused.all(arrival.endpointId) as number[]) drop(old);
      events.push(...told);
      deliveries.set(id, summary);
      if (arrival.sampleMark) samples.push([arrival.sampleMark, summary.id]);
      return { id, repeats: false };
    },

    /** A delivery that was refused and now verifies: becomes events, marked late; one that came again meanwhile is dropped. */
    admit(id: number, arrival: Accepted): void {
      // Removed by retention since it was read.
      if (!oneDelivery.get(id)) return;
      const earlier = look(arrival);
      if (earlier.same !== undefined) {
        countDuplicate.run(earlier.same);
        drop(id);
        deliveries.set(earlier.same, summaryOf(earlier.same));
        return;
      }
      const told = earlier.conflict ? [] : addEvents(arrival, { deliveryId: id, late: true }, next, touched);
      if (earlier.key !== null) dedupe.add(earlier.key, id);
      admit.run(
        arrival.deliveryId ?? null,
        earlier.key,
        told[0]?.seq ?? null,
        told.length,
        earlier.conflict ? 1 : 0,
        id,
      );
      events.push(...told);
      deliveries.set(id, summaryOf(id));
    },

    /** What was fetched in the place of deliveries. */
    recordFetched(fetched: Fetched): Kept {
      const told = addFetched(fetched, next, touched);
      for (const event of told) events.push(event);
      const gap = told.at(-1)?.source === 'app';
      return { added: told.length - (gap ? 1 : 0), gap };
    },

    /** The grouped indexes are brought up to date with this transaction. */
    foldNow(): void {
      foldAsked = true;
    },

    /** @param headers the JSON of `StoredHeader[]` */
    replaceHeaders(id: number, headers: string): void {
      replaceHeaders.run(headers, id);
    },

    /** How long an answer took is known after its commit, so it is noted with the next one. In microseconds. */
    noteAnswer(id: number, us: number): void {
      noteAnswer.run(us, id);
    },

    /**
     * Call last in each transaction; what it returns is true once the transaction is committed.
     * @param mustWrite writes even where nothing changed, to learn whether the disk takes it
     */
    finish(mustWrite = false): Committed {
      const { last_delivery, last_seq, last_session } = counters;
      const grew = last_delivery > saved.last_delivery || last_seq > saved.last_seq;
      if (grew || mustWrite) saveCounters.run(last_delivery, last_seq, last_session);
      fold(saved, last_delivery, last_seq, foldAsked);
      const sessionsNow = [...touched].map((id) => toSession(sessions.get(id), storeId));
      return {
        events,
        deliveries: [...deliveries.values()],
        sessions: sessionsNow,
        samples,
        reached: [...reached.values()],
      };
    },
  };
}
