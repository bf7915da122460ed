import { createStore } from 'zustand/vanilla';

export interface RevealedHeader {
  endpointId: string;
  name: string;
  value: string;
}

/** A header value that was made here and can still be read, until its card closes. It is kept nowhere else. */
export interface RevealedState {
  header: RevealedHeader | null;
  /** The endpoint whose first steps are shown. */
  madeNow: string | null;
}

export type RevealedStore = ReturnType<typeof createRevealedStore>;

export function createRevealedStore() {
  return createStore<RevealedState>()(() => ({ header: null, madeNow: null }));
}
