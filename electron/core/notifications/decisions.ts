import { randomUUID } from 'node:crypto';
import type { AlertDecision } from '../../../shared/alerts.ts';

const KEPT = 200;

type Made = Pick<AlertDecision, 'outcome' | 'title'> &
  Partial<Pick<AlertDecision, 'reason' | 'sessionId' | 'agentId' | 'endpointId'>>;

/** The last decisions about alerts. What repeats the line before it is counted there. */
export function createDecisions(now: () => number) {
  /** Newest first. */
  const lines: AlertDecision[] = [];

  return {
    /** @returns the line, to be changed when more is known of it */
    add(made: Made): AlertDecision {
      const at = new Date(now()).toISOString();
      const last = lines[0];
      if (last && made.outcome === 'silent' && isAlike(last, made)) {
        last.count += 1;
        last.at = at;
        return last;
      }
      const line: AlertDecision = { id: randomUUID(), at, count: 1, ...made };
      lines.unshift(line);
      lines.length = Math.min(lines.length, KEPT);
      return line;
    },

    list: (): AlertDecision[] => lines.map((line) => ({ ...line })),
  };
}

export type Decisions = ReturnType<typeof createDecisions>;

function isAlike(line: AlertDecision, made: Made): boolean {
  return (
    line.outcome === made.outcome &&
    line.reason === made.reason &&
    line.title === made.title &&
    line.endpointId === made.endpointId &&
    line.sessionId === made.sessionId
  );
}
