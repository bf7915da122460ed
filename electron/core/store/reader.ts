import type Database from 'better-sqlite3';
import type { Parsed, Value } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { FeedEvent, Session } from '../../../shared/events.ts';
import { deliveryQuery } from './delivery-query.ts';
import { feedQuery, isLookedFor, MOST_LOOKED_AT, reachQuery } from './feed-query.ts';
import { type IdLetter, rowId } from './ids.ts';
import {
  type DeliveryRow,
  type EventRow,
  type SessionRow,
  selectDeliveries,
  toDelivery,
  toEvent,
  toSession,
  toSummary,
} from './rows.ts';
import { Where } from './where.ts';

export type Reader = ReturnType<typeof createReader>;

/** Pages, newest first, from a read-only connection. Each asks for one row more than wanted, to know whether there are more. */
export function createReader(db: Database.Database, looksAt = MOST_LOOKED_AT) {
  const { store_id: storeId } = db.prepare('SELECT store_id FROM meta').get() as { store_id: string };
  const anchorOf = db.prepare('SELECT occurred_at FROM events WHERE seq = ?').pluck();
  const prepared = new Map<string, Database.Statement>();

  /** Queries differ by their conditions only, so there are not many. */
  function statement(sql: string): Database.Statement {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  }

  function number(letter: IdLetter, id: string, what: string): number {
    const n = rowId(letter, id, storeId);
    if (n === undefined) throw new AppError('not_found', `There is no ${what} with this id.`);
    return n;
  }

  function events(rows: EventRow[]): FeedEvent[] {
    return rows.map((row) => toEvent(row, storeId));
  }

  function feedPage(input: Parsed<'feed.page'>): Value<'feed.page'> {
    if (input.before !== undefined && input.after !== undefined) {
      throw new AppError('bad_input', 'Give before or after, not both.');
    }
    const session = input.sessionId === undefined ? undefined : rowId('s', input.sessionId, storeId);
    if (input.sessionId !== undefined && session === undefined) return { events: [], more: false };
    const { sql, values } = feedQuery(input, session, looksAt);
    const page = cut(statement(sql).all(...values) as EventRow[], input.limit);
    if (input.after !== undefined) page.rows.reverse();
    const found = events(page.rows);
    if (page.more || !isLookedFor(input)) return { events: found, more: page.more };
    const reach = reachQuery(input, looksAt);
    const { reached, looked } = statement(reach.sql).get(...reach.values) as {
      reached: number | null;
      looked: number;
    };
    if (reached === null || looked < looksAt) return { events: found, more: false };
    return { events: found, more: true, reached };
  }

  function sessionEvents(input: Parsed<'session.events'>): Value<'session.events'> {
    const { sessionId, before, after, around, limit } = input;
    const session = number('s', sessionId, 'session');
    const anchors = [before, after, around].filter((seq) => seq !== undefined);
    if (anchors.length > 1) throw new AppError('bad_input', 'Give one of before, after and around.');
    if (after !== undefined) {
      const page = beside(session, '>', after, limit);
      return { events: events(page.rows.reverse()), more: page.more };
    }
    if (around === undefined) {
      const { rows, more } = beside(session, '<', before, limit);
      return { events: events(rows), more };
    }
    const older = beside(session, '<=', around, Math.ceil(limit / 2));
    if (older.rows[0]?.seq !== around) throw noEvent();
    const newer = beside(session, '>', around, Math.floor(limit / 2));
    return { events: events([...newer.rows.reverse(), ...older.rows]), more: older.more, newer: newer.more };
  }

  /** What happened in a session before or after an event of it, the nearest first; without one, the newest. */
  function beside(session: number, side: '<' | '<=' | '>', seq: number | undefined, limit: number) {
    const where = new Where().and('session_id = ?', session);
    if (seq !== undefined) {
      const anchor = anchorOf.get(seq);
      if (anchor === undefined) throw noEvent();
      where.and(`(occurred_at, seq) ${side} (?, ?)`, Number(anchor), seq);
    }
    const order = side === '>' ? 'ASC' : 'DESC';
    const sql = `SELECT * FROM events ${where.sql} ORDER BY occurred_at ${order}, seq ${order} LIMIT ?`;
    return cut(statement(sql).all(...where.values, limit + 1) as EventRow[], limit);
  }

  return {
    storeId,
    feedPage,
    sessionEvents,
    number,

    /** Which of these events there still are, newest first. */
    eventsBySeq(seqs: readonly number[]): FeedEvent[] {
      const sql = 'SELECT * FROM events WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq DESC';
      return events(statement(sql).all(JSON.stringify(seqs)) as EventRow[]);
    },

    /** Which of these sessions there still are, with news first. */
    sessionsByNumber(ids: readonly number[]): Session[] {
      const sql =
        'SELECT * FROM sessions WHERE id IN (SELECT value FROM json_each(?)) ORDER BY last_seq DESC';
      const rows = statement(sql).all(JSON.stringify(ids)) as SessionRow[];
      return rows.map((row) => toSession(row, storeId));
    },

    sessionList(input: Parsed<'session.list'>): Value<'session.list'> {
      const where = new Where();
      if (input.before !== undefined) {
        const n = number('s', input.before, 'session');
        where.and('last_seq < (SELECT last_seq FROM sessions WHERE id = ?)', n);
      }
      if (input.state !== undefined) where.and('state = ?', input.state);
      const sql = `SELECT * FROM sessions ${where.sql} ORDER BY last_seq DESC LIMIT ?`;
      const found = statement(sql).all(...where.values, input.limit + 1) as SessionRow[];
      const { rows, more } = cut(found, input.limit);
      return { sessions: rows.map((row) => toSession(row, storeId)), more };
    },

    sessionGet(input: Parsed<'session.get'>): Value<'session.get'> {
      const n = number('s', input.sessionId, 'session');
      const row = statement('SELECT * FROM sessions WHERE id = ?').get(n) as SessionRow | undefined;
      if (!row) throw new AppError('not_found', 'There is no session with this id.');
      return {
        session: toSession(row, storeId),
        ...sessionEvents({ sessionId: input.sessionId, limit: 200 }),
      };
    },

    deliveryList(input: Parsed<'delivery.list'>): Value<'delivery.list'> {
      const before = input.before === undefined ? undefined : number('d', input.before, 'delivery');
      const { sql, values } = deliveryQuery(input, before);
      const found = statement(sql).all(...values) as DeliveryRow[];
      const { rows, more } = cut(found, input.limit);
      return { deliveries: rows.map((row) => toSummary(row, storeId)), more };
    },

    deliveryGet(input: Parsed<'delivery.get'>): Value<'delivery.get'> {
      const n = number('d', input.deliveryId, 'delivery');
      const row = statement(`${selectDeliveries} WHERE d.id = ?`).get(n) as DeliveryRow | undefined;
      const payload = statement('SELECT headers, body FROM payloads WHERE delivery_id = ?').get(n) as
        | { headers: string; body: Buffer }
        | undefined;
      if (!row || !payload) throw new AppError('not_found', 'There is no delivery with this id.');
      return toDelivery(row, payload, storeId);
    },
  };
}

function noEvent(): AppError {
  return new AppError('not_found', 'There is no event with this seq.');
}

function cut<Row>(rows: Row[], limit: number): { rows: Row[]; more: boolean } {
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}
