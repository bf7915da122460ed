import type { Parsed } from '../../../shared/contract.ts';
import type { Query } from './feed-query.ts';
import { selectDeliveries } from './rows.ts';
import { Where } from './where.ts';

/** Deliveries of a page, and one more to know whether there are more. @param before the number of `input.before` */
export function deliveryQuery(input: Parsed<'delivery.list'>, before: number | undefined): Query {
  const where = new Where();
  if (before !== undefined) where.and('d.id < ?', before);
  // Few deliveries are not verified: they have an index of their own, which SQLite takes only for its very condition.
  const unusual = input.verdict !== undefined && input.verdict !== 'verified';
  if (unusual) where.and(`d.verdict <> 'verified'`);
  if (input.verdict !== undefined) where.and('d.verdict = ?', input.verdict);
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
