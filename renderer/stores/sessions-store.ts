import type { Input } from '../../shared/contract.ts';
import type { Session, SessionState } from '../../shared/events.ts';
import { type Call, pageSize } from './call.ts';
import { createPagedList, newestFirst } from './paged-list.ts';

export interface SessionFilter {
  state?: SessionState;
}

export type SessionsStore = ReturnType<typeof createSessionsStore>;

export function createSessionsStore(call: Call) {
  return createPagedList<Session, SessionFilter>(
    {
      async load(filter, before) {
        const input: Input<'session.list'> = { ...filter, limit: pageSize };
        const reply = await call('session.list', before === undefined ? input : { ...input, before });
        if (!reply.ok) return reply;
        return { ok: true, value: { rows: reply.value.sessions, more: reply.value.more } };
      },
      matches: (row, { state }) => state === undefined || row.state === state,
      compare: newestFirst((row) => row.lastAt),
    },
    {},
  );
}
