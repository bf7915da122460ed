import type { Alert, AlertTopic } from '../../../shared/alerts.ts';
import { cleanText } from '../../../shared/clean-text.ts';
import type { Draft } from './rules.ts';
import { BODY_LENGTH, TITLE_LENGTH } from './wording.ts';

const NAMED = 3;
/** What waited longer says so. */
const LATE_MS = 90_000;

export type Told = Omit<Alert, 'id' | 'at'>;

/** What waits to be told with others: drafts of one kind of importance, oldest first, and how long they waited. */
export interface Crowd {
  drafts: readonly Draft[];
  /** Of those that are not kept here, since there were too many. */
  more: ReadonlyMap<AlertTopic, number>;
  /** Milliseconds since the first of them came. */
  forMs: number;
}

/** One alert out of many: itself, where there is but one. There must be one draft at least. */
export function gather({ drafts, more, forMs }: Crowd): Told {
  const newest = drafts.at(-1);
  if (!newest) throw new Error('There is nothing to gather.');
  const counts = new Map(more);
  for (const { topic } of drafts) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const count = [...counts.values()].reduce((sum, one) => sum + one, 0);
  if (count === 1) return one(forMs < LATE_MS ? newest : { ...newest, body: ago(newest.body, forMs) }, 1);
  // Of a state, only the last one is still true.
  if (newest.topic === 'connection') return one(newest, count);
  if (newest.topic === 'trouble') return one(troubles(newest, drafts), count);

  const sessions = new Set(drafts.map(({ sessionId }) => sessionId));
  const isOneSession = sessions.size === 1 && newest.sessionId !== undefined && more.size === 0;
  return {
    topic: newest.topic,
    title: cleanText(titleOf(counts, drafts), TITLE_LENGTH),
    body: cleanText(`In the last ${span(forMs)}: ${namesOf(drafts, count)}`, BODY_LENGTH),
    target: isOneSession ? newest.target : { screen: 'live' },
    ...(isOneSession && newest.mute && { mute: newest.mute }),
    count,
    urgent: drafts.some(({ urgent }) => urgent),
  };
}

function one(
  { who: _, prompt: __, sessionId: ___, agentId: ____, endpointId: _____, ...told }: Draft,
  count: number,
): Told {
  return { ...told, count };
}

/** Each is another trouble, so that each is named. */
function troubles(newest: Draft, drafts: readonly Draft[]): Draft {
  const others = [...new Set(drafts.map(({ title }) => title))].filter((title) => title !== newest.title);
  if (others.length === 0) return newest;
  return { ...newest, body: cleanText(`Also: ${others.reverse().join(' · ')}`, BODY_LENGTH) };
}

function ago(body: string, ms: number): string {
  return cleanText(`${span(ms)} ago${body && ` · ${body}`}`, BODY_LENGTH);
}

function titleOf(counts: ReadonlyMap<AlertTopic, number>, drafts: readonly Draft[]): string {
  const parts = [...counts].map(([topic, count]) => phrase(topic, count, drafts));
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function phrase(topic: AlertTopic, count: number, drafts: readonly Draft[]): string {
  switch (topic) {
    case 'joined':
      return count === 1 ? '1 person joined' : `${count} people joined`;
    case 'started':
      return count === 1 ? '1 conversation began' : `${count} conversations began`;
    case 'message':
      return count === 1 ? '1 message' : `${count} messages`;
    case 'watched':
      return count === 1 ? '1 message with a watched word' : `${count} messages with watched words`;
    case 'agents': {
      const failed = drafts.some(({ topic: other, urgent }) => other === 'agents' && urgent);
      return `${count} ${count === 1 ? 'agent or video' : 'agents or videos'} ${failed ? 'failed' : 'ready'}`;
    }
    case 'sessions':
      return count === 1 ? '1 session idle or ended' : `${count} sessions idle or ended`;
    default:
      return `${count} more`;
  }
}

/** `minute`, `5 minutes`, `2 hours`. */
function span(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  if (minutes === 1) return 'minute';
  return minutes < 90 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}

function namesOf(drafts: readonly Draft[], count: number): string {
  const names = [...new Set(drafts.map(({ who }) => who))];
  const shown = names.slice(0, NAMED).join(', ');
  const unnamed = names.length > NAMED || count > drafts.length;
  return unnamed ? `${shown} and others` : shown;
}
