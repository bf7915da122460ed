/**
 * Holds on to the newest few, by name: a notification that nobody holds is collected, and its clicks are lost.
 * @param letGo called with each that had to make room
 */
export function keepNewest<Item>(most: number, letGo: (item: Item) => void) {
  const kept = new Map<string, Item>();
  return {
    add(name: string, item: Item): void {
      kept.delete(name);
      kept.set(name, item);
      const [oldest] = kept;
      if (kept.size <= most || !oldest) return;
      kept.delete(oldest[0]);
      letGo(oldest[1]);
    },
    drop: (name: string) => kept.delete(name),
    has: (name: string) => kept.has(name),
  };
}
