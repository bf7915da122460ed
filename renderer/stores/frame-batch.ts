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

function requestFrame(run: () => void): void {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    run();
  };
  requestAnimationFrame(once);
  setTimeout(once, 500);
}
