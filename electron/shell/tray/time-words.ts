import type { ShellWords } from '../words/words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Words that are true for a while. All times in milliseconds since the epoch. */
export interface TimeWords {
  words: string;
  /** When time alone makes them others. */
  changesAt: number;
}

/** `just now`, `5 min ago`, `3 h ago`, `2 days ago`: as coarse as a menu needs, that is seldom made anew. */
export function ago(at: number, now: number, words: ShellWords['time']): TimeWords {
  const passed = Math.max(0, now - at);
  const unit = passed < HOUR ? MINUTE : passed < DAY ? HOUR : DAY;
  const many = Math.floor(passed / unit);
  return { words: agoWords(many, unit, words), changesAt: at + (many + 1) * unit };
}

function agoWords(many: number, unit: number, words: ShellWords['time']): string {
  if (unit === MINUTE) return many === 0 ? words.now : words.minutes(many);
  return unit === HOUR ? words.hours(many) : words.days(many);
}

/** `until 17:30`, `until tomorrow 08:00`, `until Mon 3 Nov 08:00`, in this computer's time. */
export function until(at: number, now: number, words: ShellWords['time']): TimeWords {
  const end = new Date(at);
  const today = new Date(now);
  const dayAfter = (days: number) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + days).getTime();
  const time = end.toLocaleTimeString(words.locale, { hour: '2-digit', minute: '2-digit' });
  if (at < dayAfter(1)) return { words: words.until(time), changesAt: at };
  const date = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const day = at < dayAfter(2) ? words.tomorrow : end.toLocaleDateString(words.locale, date);
  return { words: words.until(time, day), changesAt: dayAfter(1) };
}
