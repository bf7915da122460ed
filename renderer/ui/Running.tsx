import { runningTime } from '../text/time.ts';
import { useNow } from './use-now.ts';

/** How long something has been going on, growing by the second. */
export function Running({ since }: { since: string }) {
  const now = useNow();
  return (
    <time dateTime={since} title={since}>
      {runningTime(now - Date.parse(since))}
    </time>
  );
}
