import type { DeliverySummary, FeedEvent, Session } from '../../../shared/events.ts';
import type { Answer } from '../../stores/find-store.ts';
import { findThings, offerThings, type Thing } from './things.ts';

/** One line of the search that can be opened. */
export type Option = { key: string } & (
  | { kind: 'recent'; words: string }
  | { kind: 'forget' }
  | { kind: 'thing'; thing: Thing }
  | { kind: 'delivery'; delivery: DeliverySummary }
  | { kind: 'session'; session: Session }
  | { kind: 'event'; event: FeedEvent }
);

export interface Group {
  name: 'recent' | 'thing' | 'delivery' | 'session' | 'event';
  options: Option[];
}

/** What is shown for a query, those groups first that are most likely meant; none that is empty. */
export function groupsOf(
  query: string,
  things: readonly Thing[],
  answer: Answer | null,
  recent: readonly string[],
): Group[] {
  const asked = query.trim() !== '';
  const before: Option[] = recent.map((words) => ({ kind: 'recent', key: `recent ${words}`, words }));
  const groups: Group[] = [
    {
      name: 'recent',
      options: asked || before.length === 0 ? [] : [...before, { kind: 'forget', key: 'forget' }],
    },
    {
      name: 'delivery',
      options: (answer?.deliveries ?? []).map((one) => ({ kind: 'delivery', key: one.id, delivery: one })),
    },
    {
      name: 'thing',
      options: (asked ? findThings(query, things) : offerThings(things)).map((thing) => ({
        kind: 'thing',
        key: thing.key,
        thing,
      })),
    },
    {
      name: 'session',
      options: (answer?.sessions ?? []).map((session) => ({ kind: 'session', key: session.id, session })),
    },
    {
      name: 'event',
      options: (answer?.events ?? []).map((event) => ({ kind: 'event', key: event.id, event })),
    },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

const PAGE = 8;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };

/** The keys that lead through the options; the others belong to the words. */
export const moveKeys: readonly string[] = Object.keys(steps);

/** The option that a key leads to, round from the last to the first by single steps; undefined: no such key. */
export function moveTo(
  options: readonly Option[],
  active: string | undefined,
  key: string,
): string | undefined {
  const step = steps[key];
  if (step === undefined || options.length === 0) return undefined;
  const at = Math.max(
    0,
    options.findIndex((one) => one.key === active),
  );
  const end = options.length - 1;
  const isSingle = Math.abs(step) === 1;
  const next = isSingle
    ? (at + step + options.length) % options.length
    : Math.min(end, Math.max(0, at + step));
  return options[next]?.key;
}
