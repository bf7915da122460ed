import type { Parsed } from '../../../shared/contract.ts';
import { filtersOf } from './fold.ts';
import { Where } from './where.ts';

export interface Query {
  sql: string;
  values: (string | number)[];
}

/** Events of a page, and one more to know whether there are more. @param session the number of `input.sessionId` */
export function feedQuery(input: Parsed<'feed.page'>, session: number | undefined): Query {
  const filtered = input.endpointId !== undefined || input.kinds !== undefined;
  return session === undefined && filtered ? byFilters(input) : byRows(input, session);
}

/** A walk along the events, or along those of one session. */
function byRows(input: Parsed<'feed.page'>, session: number | undefined): Query {
  const where = conditions(input);
  if (session !== undefined) where.and('session_id = ?', session);
  const sql = `SELECT * FROM events ${where.sql} ORDER BY seq ${orderOf(input)} LIMIT ?`;
  return { sql, values: [...where.values, input.limit + 1] };
}

/**
 * One bounded walk a filter, merged, so that a rare kind among a million events does not scan them all; the newest
 * events, which no filter holds yet, are read themselves.
 */
function byFilters(input: Parsed<'feed.page'>): Query {
  const order = orderOf(input);
  const count = input.limit + 1;
  const parts: Query[] = filtersOf(input.endpointId, input.kinds).map((filter) => {
    const where = rangeOf(input).and('filter = ?', filter);
    return { sql: `event_filters ${where.sql}`, values: where.values };
  });
  const newest = conditions(input).and('seq > (SELECT folded_seq FROM meta)');
  parts.push({ sql: `events ${newest.sql}`, values: newest.values });

  const walks = parts.map(
    ({ sql }) => `SELECT seq FROM (SELECT seq FROM ${sql} ORDER BY seq ${order} LIMIT ?)`,
  );
  return {
    sql: `SELECT * FROM events WHERE seq IN (
      SELECT seq FROM (${walks.join(' UNION ALL ')}) ORDER BY seq ${order} LIMIT ?) ORDER BY seq ${order}`,
    values: [...parts.flatMap(({ values }) => [...values, count]), count],
  };
}

function conditions(input: Parsed<'feed.page'>): Where {
  const where = rangeOf(input);
  if (input.endpointId !== undefined) where.and('endpoint_id = ?', input.endpointId);
  if (input.kinds) where.and('kind IN (SELECT value FROM json_each(?))', JSON.stringify(input.kinds));
  return where;
}

function rangeOf({ before, after }: Parsed<'feed.page'>): Where {
  const where = new Where();
  if (before !== undefined) where.and('seq < ?', before);
  if (after !== undefined) where.and('seq > ?', after);
  return where;
}

function orderOf({ after }: Parsed<'feed.page'>): 'ASC' | 'DESC' {
  return after === undefined ? 'DESC' : 'ASC';
}
