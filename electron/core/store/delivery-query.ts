import type { Parsed } from '../../../shared/contract.ts';
import type { Query } from './feed-query.ts';
import { filtersOf } from './fold.ts';
import { selectDeliveries } from './rows.ts';
import { Where } from './where.ts';

/** Deliveries of a page, and one more to know whether there are more. @param before the number of `input.before` */
export function deliveryQuery(input: Parsed<'delivery.list'>, before: number | undefined): Query {
  if (input.kind !== undefined) return byKind(input, input.kind, before);
  const where = new Where();
  if (before !== undefined) where.and('d.id < ?', before);
  // Few deliveries are not verified: they have an index of their own, which SQLite takes only for its very condition.
  const unusual = input.verdict !== undefined && input.verdict !== 'verified';
  if (unusual) where.and(`d.verdict <> 'verified'`);
  if (input.verdict !== undefined) where.and('d.verdict = ?', input.verdict);
  if (input.repeated) where.and('d.duplicates > 0');
  const count = input.limit + 1;
  if (input.endpointId !== undefined && !unusual) return byEndpoint(input.endpointId, where, count);
  if (input.endpointId !== undefined) where.and('d.endpoint_id = ?', input.endpointId);
  return {
    sql: `${selectDeliveries} ${where.sql} ORDER BY d.id DESC LIMIT ?`,
    values: [...where.values, count],
  };
}

/** Those that the filter holds, and the newest, which it does not hold yet. */
function byEndpoint(endpointId: string, where: Where, count: number): Query {
  where.and('f.endpoint_id = ?', endpointId);
  const held = `delivery_filters f CROSS JOIN deliveries d ON d.id = f.id ${where.sql}`;
  const newest = `deliveries d ${where.sql.replace('f.endpoint_id', 'd.endpoint_id')} AND d.id > (SELECT folded_delivery FROM meta)`;
  return {
    sql: `${selectDeliveries} WHERE d.id IN (
      SELECT id FROM (SELECT f.id FROM ${held} ORDER BY f.id DESC LIMIT ?)
      UNION ALL SELECT id FROM (SELECT d.id FROM ${newest} ORDER BY d.id DESC LIMIT ?)
      ORDER BY id DESC LIMIT ?) ORDER BY d.id DESC`,
    values: [...where.values, count, ...where.values, count, count],
  };
}

/**
 * A walk along the events of the kind, so that a rare one among a million deliveries does not scan them all; their
 * order is that of the events, from which one that was accepted late stands out.
 */
function byKind(input: Parsed<'delivery.list'>, kind: string, before: number | undefined): Query {
  const { endpointId, verdict, repeated, limit } = input;
  const where = new Where().and('d.first_seq = e.seq');
  // Pruned meanwhile: then nothing is older.
  if (before !== undefined) where.and('e.seq < (SELECT first_seq FROM deliveries WHERE id = ?)', before);
  if (verdict !== undefined) where.and('d.verdict = ?', verdict);
  if (repeated) where.and('d.duplicates > 0');
  const [filter = ''] = filtersOf(endpointId, [kind]);
  const held = `SELECT d.id, e.seq FROM event_filters f CROSS JOIN events e ON e.seq = f.seq
    CROSS JOIN deliveries d ON d.id = e.delivery_id ${where.sql} AND f.filter = ?
    ORDER BY f.seq DESC LIMIT ?`;
  const ofEndpoint = endpointId === undefined ? '' : 'AND e.endpoint_id = ?';
  const newest = `SELECT d.id, e.seq FROM events e CROSS JOIN deliveries d ON d.id = e.delivery_id ${where.sql}
    AND e.kind = ? ${ofEndpoint} AND e.seq > (SELECT folded_seq FROM meta) ORDER BY e.seq DESC LIMIT ?`;
  const count = limit + 1;
  return {
    sql: `${selectDeliveries} WHERE d.id IN (
      SELECT id FROM (SELECT id, seq FROM (${held}) UNION ALL SELECT id, seq FROM (${newest})
      ORDER BY seq DESC LIMIT ?)) ORDER BY d.first_seq DESC`,
    values: [
      ...[...where.values, filter, count],
      ...[...where.values, kind, ...(endpointId === undefined ? [] : [endpointId]), count],
      count,
    ],
  };
}
