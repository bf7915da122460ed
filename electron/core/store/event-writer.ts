import type Database from 'better-sqlite3';
import type { EventSource, FeedEvent } from '../../../shared/events.ts';
import { type EventRow, toEvent } from './rows.ts';
import type { sessionWriter } from './session-writer.ts';
import type { Accepted } from './writer.ts';

/** Who tells facts: a delivery, or what was fetched in the place of one. */
export type Telling = Pick<
  Accepted,
  'endpointId' | 'vendor' | 'receivedAt' | 'facts' | 'test' | 'verdict' | 'sampleMark'
>;

const columns = [
  'seq',
  'endpoint_id',
  'vendor',
  'kind',
  'source',
  'occurred_at',
  'received_at',
  'session_id',
  'agent_id',
  'delivery_id',
  'verified',
  'late',
  'data',
] as const satisfies (keyof EventRow)[];

export interface NextNumbers {
  seq(): number;
  session(): number;
}

/** Writes the facts of a delivery as events, and carries their sessions on. */
export function eventWriter(
  db: Database.Database,
  sessions: ReturnType<typeof sessionWriter>,
  storeId: string,
) {
  const insert = db.prepare(
    `INSERT INTO events (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );

  /** @param touched learns the numbers of the sessions that changed */
  return (
    arrival: Telling,
    of: { deliveryId: number | null; late: boolean; source?: EventSource },
    next: NextNumbers,
    touched: Set<number>,
  ): FeedEvent[] =>
    arrival.facts.map((fact) => {
      const seq = next.seq();
      const occurredAt = fact.occurredAt ?? arrival.receivedAt;
      let sessionId: number | null = null;
      if (fact.vendorSessionId !== undefined && !arrival.test) {
        sessionId = sessions.advance(arrival, fact, occurredAt, seq, next.session, of.source === 'fetched');
        touched.add(sessionId);
      }
      const row: EventRow = {
        seq,
        endpoint_id: arrival.endpointId,
        vendor: arrival.vendor,
        kind: fact.kind,
        source: of.source ?? (arrival.sampleMark === undefined ? 'delivery' : 'sample'),
        occurred_at: occurredAt,
        received_at: arrival.receivedAt,
        session_id: sessionId,
        agent_id: fact.agentId ?? null,
        delivery_id: of.deliveryId,
        verified: arrival.verdict === 'verified' ? 1 : 0,
        late: of.late ? 1 : 0,
        data: JSON.stringify(fact.data),
      };
      insert.run(...columns.map((name) => row[name]));
      return toEvent(row, storeId, fact.data);
    });
}
