import { createStore } from 'zustand/vanilla';
import type { Notice, NoticeCode } from '../../shared/status.ts';
import type { Call } from './call.ts';

const mostNotices = 200;

export interface NoticesState {
  /** Newest first, since the host started. */
  notices: Notice[];
  /** Ids of those shown as toasts now, newest first. */
  toasts: string[];
  load(): Promise<void>;
  apply(notice: Notice): void;
  dismiss(id: string): void;
}

/** What is over when this is told: its toast would say what is no longer so. */
const ended: Partial<Record<NoticeCode, NoticeCode>> = {
  tunnel_back: 'tunnel_lost',
  store_recovered: 'store_failed',
  receiver_restarted: 'receiver_failed',
};

export type NoticesStore = ReturnType<typeof createNoticesStore>;

export function createNoticesStore(call: Call) {
  return createStore<NoticesState>()((set, get) => ({
    notices: [],
    toasts: [],
    async load() {
      const reply = await call('notice.list', {});
      if (reply.ok) set({ notices: merge(reply.value.notices, get().notices) });
    },
    apply(notice) {
      const over = get().notices.filter(({ code }) => code === ended[notice.code]);
      const gone = new Set([notice.id, ...over.map(({ id }) => id)]);
      const others = get().toasts.filter((id) => !gone.has(id));
      set({ notices: merge([notice], get().notices), toasts: [notice.id, ...others] });
    },
    dismiss: (id) => set({ toasts: get().toasts.filter((other) => other !== id) }),
  }));
}

function merge(newer: Notice[], older: Notice[]): Notice[] {
  const byId = new Map([...older, ...newer].map((notice) => [notice.id, notice]));
  return [...byId.values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, mostNotices);
}
