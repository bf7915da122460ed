import { createStore } from 'zustand/vanilla';

export interface SaidState {
  /** What was just done; another object each time, so that the same can be said again. */
  said: { text: string } | null;
  say(text: string): void;
  forget(): void;
}

/** What was done that shows nowhere else, for a moment. */
export function createSaidStore() {
  return createStore<SaidState>()((set) => ({
    said: null,
    say: (text) => set({ said: { text } }),
    forget: () => set({ said: null }),
  }));
}
