import type { Alert } from '../../shared/alerts.ts';
import type { Source } from './push-stream.ts';

const closed = 2;
const retries = [1000, 2000, 5000, 15_000, 30_000];

/**
 * A stream of alerts and nothing else, open while the page is hidden too. The browser reconnects by itself after a lost
 * connection; after a refusal it is on us.
 * @returns ends it
 */
export function openAlertStream(open: (url: string) => Source, hear: (alert: Alert) => void): () => void {
  let source: Source | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let ended = false;

  function start() {
    const opened = open('/pushes?only=alert');
    source = opened;
    opened.addEventListener('open', () => {
      failures = 0;
    });
    opened.addEventListener('error', () => {
      if (ended || opened !== source || opened.readyState !== closed) return;
      timer = setTimeout(start, retries[Math.min(failures, retries.length - 1)]);
      failures += 1;
    });
    opened.addEventListener('alert', ({ data }) => {
      if (!ended && opened === source && data !== undefined) hear(JSON.parse(data) as Alert);
    });
  }

  start();
  return () => {
    ended = true;
    clearTimeout(timer);
    source?.close();
  };
}
