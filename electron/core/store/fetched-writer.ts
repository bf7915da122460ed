import { hash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { FeedEvent } from '../../../shared/events.ts';
import type { FetchedFact } from '../vendors/vendor-api.ts';
import type { Fetched } from './arrival.ts';
import type { eventWriter, NextNumbers } from './event-writer.ts';
import { filtersOf } from './fold.ts';
import type { sessionWriter } from './session-writer.ts';

/** So many of an agent's kind are looked at for an earlier word of it; vendors wait for this thread. */
const LOOKED_AT = 5000;

/** Writes what was fetched, each fact once and for all. */
export function fetchedWriter(
  db: Database.Database,
  sessions: ReturnType<typeof sessionWriter>,
  addEvents: ReturnType<typeof eventWriter>,
) {
  const known = db.prepare('SELECT 1 FROM fetched WHERE endpoint_id = ? AND key = ?');
  const enter = db.prepare('INSERT INTO fetched (endpoint_id, key, seq) VALUES (?, ?, ?)');
  const toldInSession = db.prepare(
    'SELECT 1 FROM events INDEXED BY events_session WHERE session_id = ? AND kind = ? LIMIT 1',
  );
  const toldOfAgent = db.prepare(`
    SELECT 1 FROM events WHERE agent_id = @agent AND seq IN (
      SELECT seq FROM event_filters WHERE filter = @filter ORDER BY seq DESC LIMIT ${LOOKED_AT}) LIMIT 1`);
  const toldLately = db.prepare(`
    SELECT 1 FROM events WHERE seq > (SELECT folded_seq FROM meta) AND endpoint_id = ? AND kind = ? AND agent_id = ?
    LIMIT 1`);

  function isTold({ endpointId }: Fetched, { kind, vendorSessionId, agentId }: FetchedFact): boolean {
    if (vendorSessionId !== undefined) {
      const session = sessions.find(endpointId, vendorSessionId);
      return session !== undefined && toldInSession.get(session.id, kind) !== undefined;
    }
    if (agentId === undefined) return false;
    const [filter] = filtersOf(endpointId, [kind]);
    return (
      toldOfAgent.get({ agent: agentId, filter }) !== undefined ||
      toldLately.get(endpointId, kind, agentId) !== undefined
    );
  }

  /** @param touched learns the numbers of the sessions that changed */
  return (fetched: Fetched, next: NextNumbers, touched: Set<number>): FeedEvent[] => {
    const { endpointId, vendor, receivedAt, gap } = fetched;
    const events: FeedEvent[] = [];

    function add(fact: FetchedFact, source: 'fetched' | 'app'): void {
      const key = hash('sha256', fact.key, 'base64url');
      if (known.get(endpointId, key) || (fact.unlessTold && isTold(fetched, fact))) return;
      const occurredAt = fact.occurredAt > 0 ? fact.occurredAt : receivedAt;
      const telling = {
        endpointId,
        vendor,
        receivedAt,
        facts: [{ ...fact, occurredAt }],
        test: false,
        verdict: 'verified' as const,
      };
      const made = addEvents(telling, { deliveryId: null, late: false, source }, next, touched);
      for (const { seq } of made) enter.run(endpointId, key, seq);
      events.push(...made);
    }

    for (const fact of fetched.facts.toSorted((a, b) => a.occurredAt - b.occurredAt)) add(fact, 'fetched');
    if (gap && (gap.always || events.length > 0)) {
      const { always: _, ...told } = gap;
      const { from, to } = told;
      const data = { ...told, recovered: events.length };
      const occurredAt = Date.parse(from);
      add({ kind: 'gap', occurredAt, data, key: `gap ${from} ${to}`, unlessTold: false }, 'app');
    }
    return events;
  };
}
