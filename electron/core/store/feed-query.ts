import type { Parsed } from '../../../shared/contract.ts';
import { filtersOf } from './fold.ts';
import { Where } from './where.ts';

/** Rows that one page looks at where no index knows what is wanted: some milliseconds' work. */
export const MOST_LOOKED_AT = 20_000;

export interface Query {
  sql: string;
  values: (string | number)[];
}

/** Whether a page is found by looking at rows, so that a rare thing may need several pages to be found. */
export function isLookedFor({ vendor, agentId, sessionId }: Parsed<'feed.page'>): boolean {
  return sessionId === undefined && (vendor !== undefined || agentId !== undefined);
}

/** The outermost row that such a page looks at, and how many it looks at. */
export function reachQuery(input: Parsed<'feed.page'>, looksAt: number): Query {
  const where = rangeOf(input);
  const outermost = input.after === undefined ? 'min' : 'max';
  const sql = `SELECT ${outermost}(seq) AS reached, count(*) AS looked FROM (
    SELECT seq FROM events ${where.sql} ORDER BY seq ${orderOf(input)} LIMIT ?)`;
  return { sql, values: [...where.values, looksAt] };
}

/** Events of a page, and one more to know whether there are more. @param session the number of `input.sessionId` */
export function feedQuery(
  input: Parsed<'feed.page'>,
  session: number | undefined,
  looksAt = MOST_LOOKED_AT,
): Query {
  if (isLookedFor(input)) return byLooking(input, looksAt);
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

function byLooking(input: Parsed<'feed.page'>, looksAt: number): Query {
  const range = rangeOf(input);
  const wanted = conditions({ ...input, before: undefined, after: undefined });
  const order = orderOf(input);
  const sql = `SELECT * FROM (SELECT * FROM events ${range.sql} ORDER BY seq ${order} LIMIT ?)
    ${wanted.sql} ORDER BY seq ${order} LIMIT ?`;
  return { sql, values: [...range.values, looksAt, ...wanted.values, input.limit + 1] };
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
  if (input.vendor !== undefined) where.and('vendor = ?', input.vendor);
  if (input.agentId !== undefined) where.and('agent_id = ?', input.agentId);
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
