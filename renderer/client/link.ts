/** `opening` until first heard; `locked` where this browser is not let in. */
export type LinkState = 'opening' | 'up' | 'down' | 'locked';

export interface Link {
  get(): LinkState;
  subscribe(fn: (state: LinkState) => void): () => void;
}

export function createLink(state: LinkState): Link & { set(state: LinkState): void } {
  const listeners = new Set<(state: LinkState) => void>();
  return {
    get: () => state,
    set(next) {
      if (next === state) return;
      state = next;
      for (const fn of listeners) fn(next);
    },
    subscribe(fn) {
      listeners.add(fn);
      return () => listeners.delete(fn);
    },
  };
}
