import { useSyncExternalStore } from 'react';

/** One clock for everything that ticks; it runs only while something listens. */
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(fn: () => void): () => void {
  listeners.add(fn);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const listener of listeners) listener();
  }, 1000);
  return () => {
    listeners.delete(fn);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Between ticks it stands still, as React asks of a snapshot. */
function snapshot(): number {
  if (timer === undefined && Date.now() - now > 1000) now = Date.now();
  return now;
}

/** Milliseconds since the epoch, once a second. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, snapshot);
}
