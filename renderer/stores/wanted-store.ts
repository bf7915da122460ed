import { createStore } from 'zustand/vanilla';

export interface WantedState {
  /** The endpoint whose secret somebody set out to enter, from elsewhere. */
  secretOf: string | null;
}

export type WantedStore = ReturnType<typeof createWantedStore>;

/** What the next screen is to open at once. */
export function createWantedStore() {
  return createStore<WantedState>()(() => ({ secretOf: null }));
}
