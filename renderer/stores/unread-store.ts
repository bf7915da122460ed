import { createStore } from 'zustand/vanilla';
import type { Status } from '../../shared/status.ts';

export interface UnreadState {
  /** Alerts since the user last looked at a window. */
  count: number;
  /** The core's own count. */
  apply(status: Pick<Status, 'alerts'>): void;
  /** An alert of which no status will tell, since the page is hidden and its stream closed. */
  add(): void;
}

export type UnreadStore = ReturnType<typeof createUnreadStore>;

export function createUnreadStore() {
  return createStore<UnreadState>()((set, get) => ({
    count: 0,
    apply: ({ alerts }) => set({ count: alerts.unread }),
    add: () => set({ count: get().count + 1 }),
  }));
}
