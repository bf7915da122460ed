import { createStore } from 'zustand/vanilla';

const key = 'greenroom-first-run';

export interface FirstRunState {
  /** `new`: nobody was led yet. `begun`: somebody is on the way. `over`: done or skipped. */
  phase: 'new' | 'begun' | 'over';
  begin(): void;
  /** Leads nobody any more. */
  end(): void;
}

export type FirstRunStore = ReturnType<typeof createFirstRunStore>;

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** How far the first steps have come, kept for this browser or window. */
export function createFirstRunStore(kept: Kept = globalThis.localStorage) {
  const read = kept?.getItem(key);
  return createStore<FirstRunState>()((set, get) => {
    const enter = (phase: 'begun' | 'over') => {
      kept?.setItem(key, phase);
      set({ phase });
    };
    return {
      phase: read === 'begun' || read === 'over' ? read : 'new',
      begin() {
        if (get().phase === 'new') enter('begun');
      },
      end: () => enter('over'),
    };
  });
}
