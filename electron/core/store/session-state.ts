import type { ChatRole, EventKind, SessionState } from '../../../shared/events.ts';

/** A session as the database keeps it; times in milliseconds since the epoch. */
export interface SessionFields {
  agent_id: string | null;
  room: string | null;
  /** What is shown: what the events told, or `ended` after the quiet time. */
  state: SessionState;
  /** What the event with the latest `occurredAt` told, and when. */
  told: SessionState;
  told_at: number;
  started_at: number;
  last_at: number;
  ended_at: number | null;
  /** Arrival of the newest event, or when it happened where it was fetched later; rules the quiet time. */
  received_at: number;
  messages: number;
  participants: number | null;
  joined_at: number | null;
  last_text: string | null;
  last_role: ChatRole | null;
  last_text_at: number | null;
  sample: 0 | 1;
}

export interface SessionStep {
  kind: EventKind;
  occurredAt: number;
  receivedAt: number;
  agentId: string | null;
  room?: string;
  participants?: number;
  message?: { role: ChatRole; text: string };
  sample: boolean;
  /** Brought later than it happened: that does not wake a session that has ended, nor keep one awake. */
  fetched?: boolean;
}

const LAST_TEXT_LENGTH = 200;
/** At the same moment the later stage wins: a vendor's clock may count whole seconds. */
const rank: Record<SessionState, number> = { live: 0, idle: 1, ended: 2 };

/**
 * A session after one more of its events. Deliveries may come in any order: the result depends on when
 * things occurred, not on when they arrived.
 */
export function advance(before: SessionFields | undefined, step: SessionStep): SessionFields {
  const at = step.occurredAt;
  const says = stateAfter(step.kind);
  // A transcript may bear another clock than the end that was told before it.
  const decides =
    !before ||
    (!(step.fetched && step.message) &&
      (at > before.told_at || (at === before.told_at && rank[says] >= rank[before.told])));
  const told = decides ? says : before.told;
  const told_at = decides ? at : before.told_at;
  const staysEnded = step.fetched && before?.state === 'ended';
  const last_at = Math.max(at, before?.last_at ?? at);
  const seenAt = step.fetched ? Math.min(at, step.receivedAt) : step.receivedAt;
  const joins = step.kind === 'session.joined' && at >= (before?.joined_at ?? Number.NEGATIVE_INFINITY);
  const speaks = step.message && at >= (before?.last_text_at ?? Number.NEGATIVE_INFINITY);
  return {
    agent_id: before?.agent_id ?? step.agentId,
    room: (joins ? step.room : undefined) ?? before?.room ?? step.room ?? null,
    state: staysEnded ? 'ended' : told,
    told,
    told_at,
    started_at: Math.min(at, before?.started_at ?? at),
    last_at,
    ended_at: told === 'ended' ? told_at : staysEnded ? last_at : null,
    received_at: Math.max(seenAt, before?.received_at ?? 0),
    messages: (before?.messages ?? 0) + (step.message ? 1 : 0),
    participants: (joins ? step.participants : undefined) ?? before?.participants ?? null,
    joined_at: joins ? at : (before?.joined_at ?? null),
    last_text: speaks ? cut(step.message?.text ?? '') : (before?.last_text ?? null),
    last_role: speaks ? (step.message?.role ?? null) : (before?.last_role ?? null),
    last_text_at: speaks ? at : (before?.last_text_at ?? null),
    sample: step.sample && (before?.sample ?? 1) ? 1 : 0,
  };
}

function stateAfter(kind: EventKind): SessionState {
  if (kind === 'session.ended' || kind === 'session.timed_out') return 'ended';
  return kind === 'session.idle' ? 'idle' : 'live';
}

/** Cuts between characters, not inside a surrogate pair. */
function cut(text: string): string {
  if (text.length <= LAST_TEXT_LENGTH) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(LAST_TEXT_LENGTH - 1))
    ? LAST_TEXT_LENGTH - 1
    : LAST_TEXT_LENGTH;
  return text.slice(0, end);
}
