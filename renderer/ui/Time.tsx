import { clockTime, exactTime, shortTime } from '../text/time.ts';

/** A clock time; the exact one shows on hover. */
export function Time({ iso }: { iso: string }) {
  return (
    <time dateTime={iso} title={exactTime(iso)}>
      {clockTime(iso)}
    </time>
  );
}

/** A clock time that names its day where that is not today. */
export function DayTime({ iso, now }: { iso: string; now: number }) {
  return (
    <time dateTime={iso} title={exactTime(iso)}>
      {shortTime(iso, now)}
    </time>
  );
}
