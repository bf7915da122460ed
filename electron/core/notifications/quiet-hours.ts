import type { Settings } from '../../../shared/settings.ts';

/** Whether a moment lies in them, by this computer's clock and zone. They begin with `from` and end before `to`. */
export function isQuiet(hours: Settings['quietHours'], at: Date): boolean {
  if (!hours) return false;
  const minute = at.getHours() * 60 + at.getMinutes();
  const from = minuteOf(hours.from);
  const to = minuteOf(hours.to);
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** @param time `22:30` */
function minuteOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}
