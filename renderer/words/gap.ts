import type { Json } from '../../shared/events.ts';
import { clockTime, dayKey, minuteTime, shortTime } from '../text/time.ts';
import { gapDe } from './de/gap.ts';
import { inLanguage } from './language.ts';

const en = {
  aWhile: 'Nothing could arrive for a while',
  fromTo: (from: string, to: string) => `Nothing could arrive from ${from} to ${to}`,
  recovered: (n: number) => `${n} recovered`,
  unknown: 'not known whether anything was missed',
  lost: (n: number) => `the vendor could not deliver ${n}`,
  nothing: 'nothing was missed',
  closed: 'Greenroom was closed',
  path: 'the way in was away',
};

export type GapWords = typeof en;
const words = inLanguage(en, gapDe);

/** `Nothing could arrive from 10:02 to 10:05`, to the second where that is what tells the two apart. */
export function gapTitle(from: Json | undefined, to: Json | undefined): string {
  if (!isTime(from) || !isTime(to)) return words.aWhile;
  if (dayKey(from) !== dayKey(to)) return words.fromTo(shortTime(from, Date.parse(to)), minuteTime(to));
  const write = minuteTime(from) === minuteTime(to) ? clockTime : minuteTime;
  return words.fromTo(write(from), write(to));
}

/** What became of that time. Says no more than is known. */
export function gapLine({ recovered, missed, cause }: { [key: string]: Json }): string {
  const back = count(recovered);
  const lost = typeof missed === 'number' ? count(missed) : undefined;
  return [
    back > 0 ? words.recovered(back) : undefined,
    outcome(back, lost),
    cause === 'closed' ? words.closed : cause === 'path' ? words.path : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function outcome(back: number, lost: number | undefined): string | undefined {
  if (lost === undefined) return back > 0 ? undefined : words.unknown;
  if (lost > back) return words.lost(lost);
  return back > 0 ? undefined : words.nothing;
}

function count(value: Json | undefined): number {
  return typeof value === 'number' && value > 0 ? Math.round(value) : 0;
}

function isTime(value: Json | undefined): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}
