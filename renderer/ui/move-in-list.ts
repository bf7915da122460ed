interface Item {
  key: string;
  opens?: string;
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The index that a key leads to, past what only separates; undefined where it leads nowhere. */
export function moveInList(items: readonly Item[], current: string | null, key: string): number | undefined {
  const step = steps[key];
  if (step === undefined) return undefined;
  const open = items.flatMap((item, index) => (item.opens === undefined ? [] : [index]));
  const at = open.findIndex((index) => items[index]?.key === current);
  if (at < 0) return key === 'End' || key === 'ArrowUp' ? open.at(-1) : open[0];
  return open[Math.max(0, Math.min(open.length - 1, at + step))];
}
