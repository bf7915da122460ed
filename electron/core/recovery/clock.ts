/** What time it is, and what is to happen later. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Keeps no process alive. @returns cancels it */
  after(ms: number, fn: () => void): () => void;
}

export const systemClock: Clock = {
  now: Date.now,
  after(ms, fn) {
    const timer = setTimeout(fn, ms).unref();
    return () => clearTimeout(timer);
  },
};
