import type Database from 'better-sqlite3';
import type { ChatRole, Session } from '../../../shared/events.ts';
import type { Fact } from '../vendors/vendor.ts';
import type { Telling } from './event-writer.ts';
import { type SessionRow, toSession } from './rows.ts';
import { advance } from './session-state.ts';

const columns = [
  'agent_id',
  'room',
  'state',
  'told',
  'told_at',
  'started_at',
  'last_at',
  'ended_at',
  'received_at',
  'messages',
  'participants',
  'joined_at',
  'last_text',
  'last_role',
  'last_text_at',
  'sample',
  'last_seq',
] as const;

/** Keeps the `sessions` table up to date, in the same commit as the events. */
export function sessionWriter(db: Database.Database) {
  const find = db.prepare('SELECT * FROM sessions WHERE endpoint_id = ? AND vendor_session_id = ?');
  const byId = db.prepare('SELECT * FROM sessions WHERE id = ?');
  const insert = db.prepare(`
    INSERT INTO sessions (id, endpoint_id, vendor, vendor_session_id, ${columns.join(', ')})
    VALUES (@id, @endpoint_id, @vendor, @vendor_session_id, ${columns.map((name) => `@${name}`).join(', ')})`);
  const update = db.prepare(
    `UPDATE sessions SET ${columns.map((name) => `${name} = @${name}`).join(', ')} WHERE id = @id`,
  );

  return {
    /** @returns the number of the session */
    advance(
      arrival: Pick<Telling, 'endpointId' | 'vendor' | 'receivedAt' | 'sampleMark'>,
      fact: Fact,
      occurredAt: number,
      seq: number,
      newId: () => number,
      fetched: boolean,
    ): number {
      const before = find.get(arrival.endpointId, fact.vendorSessionId) as SessionRow | undefined;
      const { room, participants } = fact.data;
      const fields = advance(before, {
        kind: fact.kind,
        occurredAt,
        receivedAt: arrival.receivedAt,
        agentId: fact.agentId ?? null,
        ...(typeof room === 'string' && { room }),
        ...(typeof participants === 'number' && Number.isSafeInteger(participants) && { participants }),
        ...(fact.kind === 'chat.message' && {
          message: { role: fact.data.role as ChatRole, text: String(fact.data.text ?? '') },
        }),
        sample: arrival.sampleMark !== undefined,
        fetched,
      });
      if (before) {
        // What is fetched for it does not bring an old one to the top.
        update.run({ ...fields, last_seq: fetched ? before.last_seq : seq, id: before.id });
        return before.id;
      }
      const id = newId();
      insert.run({
        ...fields,
        last_seq: seq,
        id,
        endpoint_id: arrival.endpointId,
        vendor: arrival.vendor,
        vendor_session_id: fact.vendorSessionId,
      });
      return id;
    },

    find: (endpointId: string, vendorSessionId: string) =>
      find.get(endpointId, vendorSessionId) as SessionRow | undefined,

    get: (id: number) => byId.get(id) as SessionRow,
  };
}

/** Sessions ended in one step. */
export const QUIET_STEP = 100;

/** Sessions that have been quiet for too long count as ended; a step of them. @returns those that changed */
export function endQuietSessions(db: Database.Database, receivedBefore: number, storeId: string): Session[] {
  const rows = db
    .prepare(
      `UPDATE sessions SET state = 'ended', ended_at = last_at WHERE id IN (
        SELECT id FROM sessions WHERE state <> 'ended' AND received_at < ? ORDER BY received_at LIMIT ${QUIET_STEP})
       RETURNING *`,
    )
    .all(receivedBefore) as SessionRow[];
  return rows.map((row) => toSession(row, storeId));
}
