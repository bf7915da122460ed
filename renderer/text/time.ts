import { formatLocale } from '../words/language.ts';
import { time as words } from '../words/time.ts';

/** Times as people read them, in the zone of this computer and as they write them. All take ISO 8601. */

const clock = new Intl.DateTimeFormat(formatLocale, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const minute = new Intl.DateTimeFormat(formatLocale, { hour: '2-digit', minute: '2-digit' });
const dayOfYear = new Intl.DateTimeFormat(formatLocale, { weekday: 'short', day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat(formatLocale, { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat(formatLocale, { dateStyle: 'full', timeStyle: 'long' });

// Where a day has twice twelve hours, its times need more room: the sheets look at this.
if (typeof document !== 'undefined' && clock.resolvedOptions().hour12)
  document.documentElement.dataset.clock = '12';

/** `14:32:08` */
export function clockTime(iso: string): string {
  const date = new Date(iso);
  return isReadable(date) ? clock.format(date) : words.unreadable;
}

/** `14:32` */
export function minuteTime(iso: string): string {
  const date = new Date(iso);
  return isReadable(date) ? minute.format(date) : words.unreadable;
}

/** `Monday 23 November 2026 at 14:32:08 CET`, with what was sent: `2026-11-23T13:32:08.123Z`. */
export function exactTime(iso: string): string {
  const date = new Date(iso);
  return isReadable(date) ? `${exact.format(date)}\n${iso}` : iso;
}

/** `Today`, `Yesterday`, `Mon 3 Nov`, and with the year where it is another one. */
export function dayLabel(iso: string, now: number): string {
  const date = new Date(iso);
  if (!isReadable(date)) return words.unreadable;
  const today = new Date(now);
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (isSameDay(date, today)) return words.today;
  if (isSameDay(date, yesterday)) return words.yesterday;
  return date.getFullYear() === today.getFullYear() ? dayOfYear.format(date) : dayAndYear.format(date);
}

/** A key that is equal for all times of one local day. */
export function dayKey(iso: string): string {
  const date = new Date(iso);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}

/** The clock time today, else with the day: `Mon 3 Nov 14:32`. */
export function shortTime(iso: string, now: number): string {
  if (isSameDay(new Date(iso), new Date(now))) return clockTime(iso);
  return `${dayLabel(iso, now)} ${minuteTime(iso)}`;
}

/** The same without seconds, for a time that somebody chose: `14:32`, `Tue 4 Nov 08:00`. */
export function untilTime(iso: string, now: number): string {
  const isToday = isSameDay(new Date(iso), new Date(now));
  return isToday ? minuteTime(iso) : shortTime(iso, now);
}

/** How long something runs, growing: `0:38`, `11:05`, `2:03:44`. Below zero counts as zero. */
export function runningTime(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** A length of time in words: `12 s`, `6 min`, `2 h 5 min`, `3 days`. */
export function lengthInWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return words.seconds(seconds);
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return words.minutes(minutes);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours < 48) return rest === 0 ? words.hours(hours) : words.hoursMinutes(hours, rest);
  return words.days(Math.round(hours / 24));
}

/** How long ago, coarse enough not to flicker: `just now`, `12 s ago`. */
export function ago(iso: string, now: number): string {
  const passed = now - Date.parse(iso);
  return passed < 2000 ? words.justNow : words.ago(lengthInWords(passed));
}

function isReadable(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}

function isSameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString();
}
