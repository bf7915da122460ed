/** Collects what arrives and hands it on once per animation frame, or twice a second where no frames are drawn. */
export function batchPerFrame<Item>(
  apply: (items: Item[]) => void,
  nextFrame = requestFrame,
): (item: Item) => void {
  let waiting: Item[] = [];
  return (item) => {
    waiting.push(item);
    if (waiting.length > 1) return;
    nextFrame(() => {
      const items = waiting;
      waiting = [];
      apply(items);
    });
  };
}

let due: (() => void)[] = [];

/** All that is due in one frame runs in one callback, so that the window is rendered once for it and not once for each. */
function requestFrame(run: () => void): void {
  due.push(run);
  if (due.length > 1) return;
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    const runs = due;
    due = [];
    for (const one of runs) runSafely(one);
  };
  requestAnimationFrame(once);
  setTimeout(once, 500);
}

/** One that fails takes no other with it. */
function runSafely(run: () => void): void {
  try {
    run();
  } catch (error) {
    reportError(error);
  }
}
