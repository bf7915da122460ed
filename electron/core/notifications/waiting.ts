import type { AlertDecision, AlertTopic } from '../../../shared/alerts.ts';
import type { Draft } from './rules.ts';

/** Older ones than these are only counted. */
const KEPT = 50;
/** As many lines as the list of decisions shows. */
const LINES = 200;

interface Waiting {
  draft: Draft;
  line: AlertDecision;
}

/** What has its turn: drafts that are told in one alert. */
export interface Turn {
  /** Oldest first. */
  waiting: Waiting[];
  /** Of those before them: how many of each topic, and the newest of their lines. */
  more: Map<AlertTopic, number>;
  moreLines: AlertDecision[];
  /** When the first of all came. */
  since: number;
}

/**
 * Drafts that wait for their turn. What must not be missed is told topic by topic, the rest together.
 * @param byTopic whether each topic has turns of its own
 */
export function createWaiting(byTopic: boolean) {
  const turns = new Map<AlertTopic | 'all', Turn>();

  return {
    isEmpty: () => turns.size === 0,

    add(draft: Draft, line: AlertDecision, at: number): void {
      const key = byTopic ? draft.topic : 'all';
      const turn: Turn = turns.get(key) ?? { waiting: [], more: new Map(), moreLines: [], since: at };
      turns.set(key, turn);
      turn.waiting.push({ draft, line });
      if (turn.waiting.length <= KEPT) return;
      for (const dropped of turn.waiting.splice(0, 1)) {
        const { topic } = dropped.draft;
        turn.more.set(topic, (turn.more.get(topic) ?? 0) + 1);
        turn.moreLines.push(dropped.line);
        if (turn.moreLines.length > LINES) turn.moreLines.shift();
      }
    },

    /** The one that has waited longest. */
    take(): Turn | undefined {
      for (const [key, turn] of turns) {
        turns.delete(key);
        return turn;
      }
      return undefined;
    },
  };
}
