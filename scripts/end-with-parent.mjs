const LOOK_MS = 500;

/**
 * Calls `end` when whoever started us is gone. npm runs scripts through a shell, and ends only that shell when it is told
 * to end: without this, the app would go on unseen, holding its data folder and ports.
 * @param {() => void} end
 */
export function endWithParent(end) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, LOOK_MS);
  timer.unref();
}
