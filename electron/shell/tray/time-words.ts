const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });

/** Words that are true for a while. All times in milliseconds since the epoch. */
export interface TimeWords {
  words: string;
  /** When time alone makes them others. */
  changesAt: number;
}

/** `just now`, `5 min ago`, `3 h ago`, `2 days ago`: as coarse as a menu needs, that is seldom made anew. */
export function ago(at: number, now: number): TimeWords {
  const passed = Math.max(0, now - at);
  const unit = passed < HOUR ? MINUTE : passed < DAY ? HOUR : DAY;
  const many = Math.floor(passed / unit);
  return { words: agoWords(many, unit), changesAt: at + (many + 1) * unit };
}

function agoWords(many: number, unit: number): string {
  if (unit === MINUTE) return many === 0 ? 'just now' : `${many} min ago`;
  if (unit === HOUR) return `${many} h ago`;
  return many === 1 ? '1 day ago' : `${many} days ago`;
}

/** `until 17:30`, `until tomorrow 08:00`, `until Mon 3 Nov 08:00`, in this computer's time. */
export function until(at: number, now: number): TimeWords {
  const end = new Date(at);
  const today = new Date(now);
  const dayAfter = (days: number) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + days).getTime();
  const time = clock.format(end);
  if (at < dayAfter(1)) return { words: `until ${time}`, changesAt: at };
  const day = at < dayAfter(2) ? 'tomorrow' : dayOfYear.format(end);
  return { words: `until ${day} ${time}`, changesAt: dayAfter(1) };
}
