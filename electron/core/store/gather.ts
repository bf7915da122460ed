/** Longest wait for others, in milliseconds. */
const PATIENCE_MS = 1;

/**
 * Decides when what waits is a group worth a commit. While one commit is written, the answers of the one before have
 * only just left, so that a loop which commits whatever has arrived settles at small groups, each as dear as a large one.
 * Waiting for as many as last time, but never longer than half a commit took, lets groups grow with the load and costs
 * a lone sender nothing.
 */
export function createGather(waiting: () => number, commit: () => void) {
  let scheduled = false;
  let since = 0;
  let lastSize = 0;
  let lastMs = 0;

  function turn(): void {
    if (!scheduled) return;
    const patience = Math.min(lastMs / 2, PATIENCE_MS);
    if (waiting() >= lastSize || performance.now() - since >= patience) now();
    else setImmediate(turn);
  }

  function now(): void {
    scheduled = false;
    if (waiting() === 0) return;
    lastSize = waiting();
    const began = performance.now();
    commit();
    lastMs = performance.now() - began;
  }

  return {
    /** One more waits. */
    arrived(): void {
      if (scheduled) return;
      scheduled = true;
      since = performance.now();
      setImmediate(turn);
    },
    /** Commits what waits without waiting for more. */
    now,
  };
}
