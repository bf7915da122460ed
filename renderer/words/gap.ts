import type { Json } from '../../shared/events.ts';
import { clockTime, dayKey, shortTime } from '../text/time.ts';

/** `Nothing could arrive from 10:02 to 10:05`, to the second where that is what tells the two apart. */
export function gapTitle(from: Json | undefined, to: Json | undefined): string {
  if (!isTime(from) || !isTime(to)) return 'Nothing could arrive for a while';
  if (dayKey(from) !== dayKey(to)) {
    return `Nothing could arrive from ${shortTime(from, Date.parse(to))} to ${clockTime(to).slice(0, 5)}`;
  }
  const [start, end] = [clockTime(from), clockTime(to)];
  const digits = start.slice(0, 5) === end.slice(0, 5) ? 8 : 5;
  return `Nothing could arrive from ${start.slice(0, digits)} to ${end.slice(0, digits)}`;
}

/** What became of that time. Says no more than is known. */
export function gapLine({ recovered, missed, cause }: { [key: string]: Json }): string {
  const back = count(recovered);
  const lost = typeof missed === 'number' ? count(missed) : undefined;
  return [
    back > 0 ? `${back} recovered` : undefined,
    outcome(back, lost),
    cause === 'closed' ? 'Greenroom was closed' : cause === 'path' ? 'the way in was away' : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function outcome(back: number, lost: number | undefined): string | undefined {
  if (lost === undefined) return back > 0 ? undefined : 'not known whether anything was missed';
  if (lost > back) return `the vendor could not deliver ${lost}`;
  return back > 0 ? undefined : 'nothing was missed';
}

function count(value: Json | undefined): number {
  return typeof value === 'number' && value > 0 ? Math.round(value) : 0;
}

function isTime(value: Json | undefined): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}
