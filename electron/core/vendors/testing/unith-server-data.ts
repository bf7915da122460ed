import { notFound } from './unith-server-registrations.ts';
import type { UnithRules } from './unith-server-rules.ts';
import type { Answer, Seen } from './vendor-server.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface Message {
  text: string;
  message_type?: string;
  timestamp?: string;
}

export interface Conversation {
  session_id: string;
  start_time: string;
  end_time?: string;
  head_id?: string;
  [more: string]: unknown;
}

/** What the data API tells afterwards: conversations, and what was said in them. Both may come late. */
export function createData(rules: UnithRules, publicOrgId: string, isGood: (call: Seen) => boolean) {
  const conversations: { about: Conversation; late: number }[] = [];
  const transcripts = new Map<string, { messages: readonly Message[]; late: number }>();

  function list(query: URLSearchParams): Answer {
    if (query.get('org_id') !== publicOrgId) return { json: { conversations: [] } };
    const [from, to] = rangeOf(query, rules.range);
    const shown = conversations.filter((one) => {
      const at = utc(one.about.start_time);
      return at >= from && at <= to && one.late-- <= 0;
    });
    return { json: { conversations: shown.map(({ about }) => about) } };
  }

  function read(org: string, sessionId: string): Answer {
    const found = org === publicOrgId ? transcripts.get(sessionId) : undefined;
    return found && found.late-- <= 0 ? { json: { messages: found.messages } } : notFound;
  }

  return {
    /** @param late so many looks find nothing yet */
    converse: (about: Conversation, late = 0) => void conversations.push({ about, late }),
    write: (sessionId: string, messages: readonly Message[], late = 0) =>
      void transcripts.set(sessionId, { messages, late }),
    /** undefined where the call is about something else. */
    handle(call: Seen): Answer | undefined {
      const session = /^\/sessions\/([^/]+)\/([^/]+)$/.exec(call.path);
      if (!session && call.path !== '/conversations') return undefined;
      const { dataWithoutToken: status } = rules;
      if (status !== undefined && !isGood(call)) return { status, json: { message: 'No' } };
      if (!session) return list(call.query);
      const [org = '', id = ''] = session.slice(1).map(decodeURIComponent);
      return read(org, id);
    },
  };
}

function rangeOf(query: URLSearchParams, range: UnithRules['range']): [from: number, to: number] {
  if (range === 'ignored') return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const from = utc(query.get('start_date') ?? '');
  const to = utc(query.get('end_date') ?? '');
  if (range === 'kept') return [from, to];
  return [Math.floor(from / DAY_MS) * DAY_MS, Math.ceil(to / DAY_MS) * DAY_MS];
}

/** Without a zone it is UTC. */
function utc(text: string): number {
  return Date.parse(/(Z|[+-]\d\d:\d\d)$/i.test(text) ? text : `${text.replace(' ', 'T')}Z`);
}
