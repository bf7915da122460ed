import type { FeedEvent, Session } from '../../shared/events.ts';

/** A transcript's rows with the times in which nothing could arrive, each where it happened. */
export function withGaps(
  rows: readonly FeedEvent[],
  gaps: readonly FeedEvent[],
  session: Pick<Session, 'state' | 'startedAt' | 'lastAt' | 'endedAt'>,
  /** There are older rows that are not shown yet. */
  older: boolean,
): readonly FeedEvent[] {
  const ends = session.state === 'ended' ? (session.endedAt ?? session.lastAt) : undefined;
  const first = rows[0];
  const known = new Set(rows.map(({ seq }) => seq));
  const own = gaps.filter(({ seq, data, occurredAt }) => {
    const { from, to } = data;
    if (known.has(seq) || typeof from !== 'string' || typeof to !== 'string') return false;
    const touches = to >= session.startedAt && (ends === undefined || from <= ends);
    return touches && (!older || (first !== undefined && occurredAt >= first.occurredAt));
  });
  if (own.length === 0) return rows;
  return [...rows, ...own].sort((a, b) =>
    a.occurredAt === b.occurredAt ? a.seq - b.seq : a.occurredAt < b.occurredAt ? -1 : 1,
  );
}
