/** Times as people read them, in the zone of this computer. All take ISO 8601. */

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const unreadable = '–';

/** `14:32:08` */
export function clockTime(iso: string): string {
  const date = new Date(iso);
  return isReadable(date) ? clock.format(date) : unreadable;
}

/** `Today`, `Yesterday`, `Mon 3 Nov`, and with the year where it is another one. */
export function dayLabel(iso: string, now: number): string {
  const date = new Date(iso);
  if (!isReadable(date)) return unreadable;
  const today = new Date(now);
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (isSameDay(date, today)) return 'Today';
  if (isSameDay(date, yesterday)) return 'Yesterday';
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
  return `${dayLabel(iso, now)} ${clockTime(iso).slice(0, 5)}`;
}

/** The same without seconds, for a time that somebody chose: `14:32`, `Tue 4 Nov 08:00`. */
export function untilTime(iso: string, now: number): string {
  const isToday = isSameDay(new Date(iso), new Date(now));
  return isToday ? clockTime(iso).slice(0, 5) : shortTime(iso, now);
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
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours < 48) return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  return `${Math.round(hours / 24)} days`;
}

/** How long ago, coarse enough not to flicker: `just now`, `12 s ago`. */
export function ago(iso: string, now: number): string {
  const passed = now - Date.parse(iso);
  return passed < 2000 ? 'just now' : `${lengthInWords(passed)} ago`;
}

function isReadable(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}

function isSameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString();
}
