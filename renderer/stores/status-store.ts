import { createStore } from 'zustand/vanilla';
import type { Status } from '../../shared/status.ts';
import type { LinkState } from '../client/link.ts';
import { wordStatus } from '../words/core.ts';
import type { Call } from './call.ts';

export interface StatusState {
  /** Null until first heard. True only while `link` is up. What it says is in the language of the window. */
  status: Status | null;
  link: LinkState;
  load(): Promise<void>;
  apply(status: Status): void;
  setLink(link: LinkState): void;
}

export type StatusStore = ReturnType<typeof createStatusStore>;

export function createStatusStore(call: Call) {
  return createStore<StatusState>()((set, get) => ({
    status: null,
    link: 'opening',
    async load() {
      const before = get().status;
      const reply = await call('status.get', {});
      // What was pushed meanwhile is newer than the answer.
      if (reply.ok && get().status === before) set({ status: wordStatus(reply.value) });
    },
    apply: (status) => set({ status: wordStatus(status) }),
    setLink: (link) => set({ link }),
  }));
}
