import type { Alert, AlertTopic } from '../../../shared/alerts.ts';
import { cleanText } from '../../../shared/clean-text.ts';
import type { Phrases } from '../words/phrases.ts';
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
export function gather({ drafts, more, forMs }: Crowd, phrases: Phrases): Told {
  const newest = drafts.at(-1);
  if (!newest) throw new Error('There is nothing to gather.');
  const counts = new Map(more);
  for (const { topic } of drafts) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const count = [...counts.values()].reduce((sum, one) => sum + one, 0);
  if (count === 1)
    return one(forMs < LATE_MS ? newest : { ...newest, body: ago(newest.body, forMs, phrases) }, 1);
  // Of a state, only the last one is still true.
  if (newest.topic === 'connection') return one(newest, count);
  if (newest.topic === 'trouble') return one(troubles(newest, drafts, phrases), count);

  const sessions = new Set(drafts.map(({ sessionId }) => sessionId));
  const isOneSession = sessions.size === 1 && newest.sessionId !== undefined && more.size === 0;
  return {
    topic: newest.topic,
    title: cleanText(titleOf(counts, drafts, phrases), TITLE_LENGTH),
    body: cleanText(phrases.within(minutes(forMs), namesOf(drafts, count, phrases)), BODY_LENGTH),
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
function troubles(newest: Draft, drafts: readonly Draft[], { also }: Phrases): Draft {
  const others = [...new Set(drafts.map(({ title }) => title))].filter((title) => title !== newest.title);
  if (others.length === 0) return newest;
  return { ...newest, body: cleanText(also(others.reverse().join(' · ')), BODY_LENGTH) };
}

function ago(body: string, ms: number, phrases: Phrases): string {
  return cleanText(`${phrases.ago(minutes(ms))}${body && ` · ${body}`}`, BODY_LENGTH);
}

function titleOf(
  counts: ReadonlyMap<AlertTopic, number>,
  drafts: readonly Draft[],
  { all, agents, counted }: Phrases,
): string {
  const failed = drafts.some(({ topic, urgent }) => topic === 'agents' && urgent);
  return all(
    [...counts].map(([topic, count]) => (topic === 'agents' ? agents(count, failed) : counted[topic](count))),
  );
}

function minutes(ms: number): number {
  return Math.max(1, Math.ceil(ms / 60_000));
}

function namesOf(drafts: readonly Draft[], count: number, { andOthers }: Phrases): string {
  const names = [...new Set(drafts.map(({ who }) => who))];
  const shown = names.slice(0, NAMED).join(', ');
  return names.length > NAMED || count > drafts.length ? andOthers(shown) : shown;
}
