/** The item that a key leads to, round from the last to the first; undefined where it leads nowhere. */
export function menuStep(labels: readonly string[], at: number, key: string): number | undefined {
  const { length } = labels;
  if (length === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % length;
    case 'ArrowUp':
      return (Math.max(at, 0) - 1 + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default: {
      if (key.length !== 1 || key === ' ') return undefined;
      const letter = key.toLocaleLowerCase();
      const after = labels.map((_, i) => (at + 1 + i) % length);
      return after.find((index) => labels[index]?.toLocaleLowerCase().startsWith(letter));
    }
  }
}
