import { createStore } from 'zustand/vanilla';

/** The session that can be read in this window now, on whichever screen. */
export interface ShownSessionState {
  sessionId: string | null;
  /** @returns to be called when it is no longer shown */
  show(sessionId: string): () => void;
}

export type ShownSessionStore = ReturnType<typeof createShownSessionStore>;

export function createShownSessionStore() {
  return createStore<ShownSessionState>()((set, get) => ({
    sessionId: null,
    show(sessionId) {
      set({ sessionId });
      return () => {
        if (get().sessionId === sessionId) set({ sessionId: null });
      };
    },
  }));
}
