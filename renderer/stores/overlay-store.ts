import { createStore } from 'zustand/vanilla';

/** What the keys lay over the whole window, one at a time. */
export type Overlay = 'search' | 'keys';

export interface OverlayState {
  open: Overlay | null;
  show(overlay: Overlay): void;
  /** Closes this one, if it is the one that is open. */
  close(overlay: Overlay): void;
}

export function createOverlayStore() {
  return createStore<OverlayState>()((set, get) => ({
    open: null,
    show: (open) => set({ open }),
    close(overlay) {
      if (get().open === overlay) set({ open: null });
    },
  }));
}
