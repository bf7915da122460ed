import type { PushName } from '../../shared/contract.ts';
import type { Emit } from './emitter.ts';
import type { createLink } from './link.ts';

/** What we use of the browser's EventSource. */
export interface Source {
  readonly readyState: number;
  addEventListener(type: string, fn: (event: { data?: string }) => void): void;
  close(): void;
}

interface Parts {
  page: Pick<Document, 'visibilityState' | 'addEventListener'>;
  open(url: string): Source;
  /** Also tells whether we are let in; undefined where nobody answers. */
  newestSeq(): Promise<number | undefined>;
  emit: Emit;
  link: ReturnType<typeof createLink>;
}

const closed = 2;
const hiddenGrace = 5000;
const retries = [500, 1000, 2000, 5000];
const plainPushes = [
  'status',
  'endpoint',
  'session',
  'delivery',
  'settings',
  'notice',
  'agent',
] as const satisfies PushName[];

/**
 * Keeps one stream of pushes open while the page is seen, and goes on behind the last event it heard. The browser
 * reconnects by itself after a lost connection; after a refusal, and after the page was hidden, it is on us.
 */
export function openPushStream({ page, open, newestSeq, emit, link }: Parts): void {
  let source: Source | undefined;
  let lastSeq: number | undefined;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;

  async function start() {
    const mine = ++attempt;
    clearTimeout(timer);
    source?.close();
    source = undefined;
    const newest = await newestSeq();
    if (mine !== attempt) return;
    if (link.get() === 'locked') return;
    if (newest === undefined) return retry();
    lastSeq ??= newest;
    listen(open(`/pushes?after=${lastSeq}`));
  }

  function listen(opened: Source) {
    source = opened;
    const hear = <T>(name: string, fn: (push: T) => void) =>
      opened.addEventListener(name, ({ data }) => {
        if (opened === source && data !== undefined) fn(JSON.parse(data) as T);
      });
    opened.addEventListener('open', () => {
      if (opened !== source) return;
      failures = 0;
      link.set('up');
    });
    opened.addEventListener('error', () => {
      if (opened !== source) return;
      if (opened.readyState === closed) retry();
      else link.set('down');
    });
    for (const name of plainPushes) hear(name, (push) => emit(name, push as never));
    hear<{ seq: number }>('feed', (event) => {
      if (event.seq <= (lastSeq ?? 0)) return;
      lastSeq = event.seq;
      emit('feed', event as never);
    });
    hear<{ lastSeq: number }>('reset', (reset) => {
      lastSeq = reset.lastSeq;
      emit('reset', reset);
    });
  }

  function retry() {
    link.set('down');
    timer = setTimeout(start, retries[Math.min(failures, retries.length - 1)]);
    failures += 1;
  }

  function stop() {
    attempt += 1;
    clearTimeout(timer);
    source?.close();
    source = undefined;
    link.set('opening');
  }

  function follow() {
    if (link.get() === 'locked') return;
    clearTimeout(timer);
    if (page.visibilityState === 'hidden') timer = setTimeout(stop, hiddenGrace);
    else if (!source || source.readyState === closed) start();
  }

  page.addEventListener('visibilitychange', follow);
  start();
  if (page.visibilityState === 'hidden') follow();
}
