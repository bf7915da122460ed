import { hash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { FeedEvent } from '../../../shared/events.ts';
import type { FetchedFact } from '../vendors/vendor-api.ts';
import type { Fetched } from './arrival.ts';
import type { eventWriter, NextNumbers } from './event-writer.ts';
import type { sessionWriter } from './session-writer.ts';

/** At each end of a session, where its beginning and its end are told; vendors wait for this thread. */
const LOOKED_AT = 1000;
/** The largest that a date can hold, in milliseconds. */
const LAST_MOMENT = 8.64e15;

/** Writes what was fetched, each fact once and for all. */
export function fetchedWriter(
  db: Database.Database,
  sessions: ReturnType<typeof sessionWriter>,
  addEvents: ReturnType<typeof eventWriter>,
) {
  const known = db.prepare('SELECT 1 FROM fetched WHERE endpoint_id = ? AND key = ?');
  const enter = db.prepare('INSERT INTO fetched (endpoint_id, key, seq) VALUES (?, ?, ?)');
  const toldInSession = ['', ' DESC'].map((order) =>
    db.prepare(`
      SELECT 1 FROM (SELECT kind, source FROM events INDEXED BY events_session
        WHERE session_id = ? ORDER BY occurred_at${order} LIMIT ${LOOKED_AT})
      WHERE kind = ? AND source <> 'sample' LIMIT 1`),
  );
  const toldOfAgent = db.prepare(`
    SELECT 1 FROM events INDEXED BY events_agent
    WHERE endpoint_id = ? AND kind = ? AND agent_id = ? AND session_id IS NULL AND source <> 'sample' LIMIT 1`);

  function isTold(endpointId: string, { kind, vendorSessionId, agentId }: FetchedFact): boolean {
    if (vendorSessionId === undefined) {
      return agentId !== undefined && toldOfAgent.get(endpointId, kind, agentId) !== undefined;
    }
    const session = sessions.find(endpointId, vendorSessionId);
    return session !== undefined && toldInSession.some((told) => told.get(session.id, kind) !== undefined);
  }

  /** @param touched learns the numbers of the sessions that changed. @returns the gap, if any, as the last one */
  return (fetched: Fetched, next: NextNumbers, touched: Set<number>): FeedEvent[] => {
    const { endpointId, vendor, receivedAt, gap } = fetched;
    const events: FeedEvent[] = [];

    /** A fact without a time of its own stands at the end of its session, as far as that is known. */
    function momentOf({ occurredAt, vendorSessionId }: FetchedFact): number {
      if (isMoment(occurredAt)) return Math.round(occurredAt);
      const session = vendorSessionId === undefined ? undefined : sessions.find(endpointId, vendorSessionId);
      return session?.last_at ?? receivedAt;
    }

    function add(fact: FetchedFact, source: 'fetched' | 'app'): void {
      const key = hash('sha256', fact.key, 'base64url');
      if (known.get(endpointId, key) || (fact.unlessTold && isTold(endpointId, fact))) return;
      const telling = {
        endpointId,
        vendor,
        receivedAt,
        facts: [{ ...fact, occurredAt: momentOf(fact) }],
        test: false,
        verdict: 'verified' as const,
      };
      const made = addEvents(telling, { deliveryId: null, late: false, source }, next, touched);
      for (const { seq } of made) enter.run(endpointId, key, seq);
      events.push(...made);
    }

    for (const fact of inOrder(fetched.facts)) add(fact, 'fetched');
    const recovered = events.length + (gap?.recovered ?? 0);
    if (gap && (gap.always || recovered > 0)) {
      const { always: _, ...told } = gap;
      const { from, to } = told;
      const key = `gap ${from} ${to}`;
      add(
        { kind: 'gap', occurredAt: Date.parse(from), data: { ...told, recovered }, key, unlessTold: false },
        'app',
      );
    }
    return events;
  };
}

/** By when they happened; those that do not say it stay before the others, as a vendor lists them. */
function inOrder(facts: readonly FetchedFact[]): FetchedFact[] {
  const first = facts.reduce(
    (earliest, { occurredAt }) => (isMoment(occurredAt) ? Math.min(earliest, occurredAt) : earliest),
    Number.POSITIVE_INFINITY,
  );
  return facts
    .map((fact) => (isMoment(fact.occurredAt) ? fact : { ...fact, occurredAt: first }))
    .toSorted((a, b) => (a.occurredAt === b.occurredAt ? 0 : a.occurredAt - b.occurredAt));
}

function isMoment(at: number): boolean {
  return at > 0 && at <= LAST_MOMENT;
}
