import type { Insights } from '../../../shared/insights.ts';
import { formatLocale } from '../../words/language.ts';

const hour = new Intl.DateTimeFormat(formatLocale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const day = new Intl.DateTimeFormat(formatLocale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** When a point is, for people: `Wed, 4 Mar, 14:00`, `Wed, 4 Mar 2026`. */
export function pointTime(iso: string, unit: Insights['unit']): string {
  return (unit === 'hour' ? hour : day).format(new Date(iso));
}

/** The change against the time before, in whole percent; undefined where there is nothing to compare with. */
export function changeOf(now: number, before: number | undefined): number | undefined {
  if (before === undefined || before === 0) return undefined;
  return Math.round(((now - before) / before) * 100);
}

/** How strong a cell of the week is shown: 0 for none, 4 for the busiest. */
export function levelOf(value: number, most: number): number {
  if (value <= 0 || most <= 0) return 0;
  return Math.min(4, Math.max(1, Math.ceil((value / most) * 4)));
}
