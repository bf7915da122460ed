import type {
  ChatRole,
  Delivery,
  DeliverySummary,
  EventKind,
  EventSource,
  FeedEvent,
  JsonObject,
  RejectReason,
  Session,
  Verdict,
} from '../../../shared/events.ts';
import { publicId } from './ids.ts';
import type { SessionFields } from './session-state.ts';

/** The columns as SQLite gives them, and what a person or program sees of them. */

export interface EventRow {
  seq: number;
  endpoint_id: string;
  vendor: string;
  kind: EventKind;
  source: EventSource;
  occurred_at: number;
  received_at: number;
  session_id: number | null;
  agent_id: string | null;
  delivery_id: number | null;
  verified: 0 | 1;
  late: 0 | 1;
  data: string;
}

export interface DeliveryRow {
  id: number;
  endpoint_id: string;
  vendor: string;
  received_at: number;
  verdict: Verdict;
  reason: RejectReason | null;
  status: number;
  bytes: number;
  answered_us: number | null;
  duplicates: number;
  conflict: 0 | 1;
  sample: 0 | 1;
  late: 0 | 1;
  first_seq: number | null;
  event_count: number;
  kind: EventKind | null;
}

export interface SessionRow extends SessionFields {
  id: number;
  endpoint_id: string;
  vendor: string;
  vendor_session_id: string;
  last_seq: number;
}

/** A header line as kept: a secret's value is gone, its keyed hash lets a later check compare. */
export type StoredHeader = [name: string, value: string] | [name: string, value: string, keyedHash: string];

/** Every column of a `DeliveryRow`, to be followed by a condition on `d`. */
export const selectDeliveries = `
  SELECT d.id, d.endpoint_id, d.vendor, d.received_at, d.verdict, d.reason, d.status, d.bytes, d.answered_us,
    d.duplicates, d.conflict, d.sample, d.late, d.first_seq, d.event_count, e.kind
  FROM deliveries d LEFT JOIN events e ON e.seq = d.first_seq`;

/** @param data of the row, where it is at hand parsed */
export function toEvent(
  row: EventRow,
  storeId: string,
  data = JSON.parse(row.data) as JsonObject,
): FeedEvent {
  return {
    seq: row.seq,
    id: publicId('e', row.seq, storeId),
    endpointId: row.endpoint_id,
    vendor: row.vendor,
    kind: row.kind,
    source: row.source,
    occurredAt: iso(row.occurred_at),
    receivedAt: iso(row.received_at),
    ...(row.session_id !== null && { sessionId: publicId('s', row.session_id, storeId) }),
    ...(row.agent_id !== null && { agentId: row.agent_id }),
    data,
    deliveryId: row.delivery_id === null ? null : publicId('d', row.delivery_id, storeId),
    verified: row.verified === 1,
    ...(row.late === 1 && { late: true as const }),
  };
}

export function toSummary(row: DeliveryRow, storeId: string): DeliverySummary {
  return {
    id: publicId('d', row.id, storeId),
    endpointId: row.endpoint_id,
    vendor: row.vendor,
    receivedAt: iso(row.received_at),
    verdict: row.verdict,
    ...(row.reason !== null && { reason: row.reason }),
    status: row.status,
    bytes: row.bytes,
    answeredInMs: (row.answered_us ?? 0) / 1000,
    duplicates: row.duplicates,
    conflict: row.conflict === 1,
    eventSeqs: Array.from({ length: row.event_count }, (_, i) => (row.first_seq ?? 0) + i),
    ...(row.kind !== null && { kind: row.kind }),
    ...(row.sample === 1 && { sample: true as const }),
    ...(row.late === 1 && { late: true as const }),
  };
}

export function toDelivery(
  row: DeliveryRow,
  payload: { headers: string; body: Buffer },
  storeId: string,
): Delivery {
  const headers = JSON.parse(payload.headers) as StoredHeader[];
  return {
    ...toSummary(row, storeId),
    headers: headers.map(([name, value]) => [name, value]),
    bodyBase64: payload.body.toString('base64'),
  };
}

export function toSession(row: SessionRow, storeId: string): Session {
  return {
    id: publicId('s', row.id, storeId),
    vendorSessionId: row.vendor_session_id,
    vendor: row.vendor,
    endpointId: row.endpoint_id,
    agentId: row.agent_id,
    ...(row.room !== null && { room: row.room }),
    state: row.state,
    startedAt: iso(row.started_at),
    lastAt: iso(row.last_at),
    ...(row.ended_at !== null && { endedAt: iso(row.ended_at) }),
    messages: row.messages,
    ...(row.participants !== null && { participants: row.participants }),
    ...(row.last_text !== null && {
      lastText: { role: row.last_role ?? ('other' satisfies ChatRole), text: row.last_text },
    }),
    ...(row.sample === 1 && { sample: true as const }),
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
