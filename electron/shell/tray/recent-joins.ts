import type { Agent, FeedEvent } from '../../../shared/events.ts';
import type { App, Push } from '../../core/ports.ts';
import { ask } from './ask.ts';

const KEPT = 5;
/** One session can have several, and of those only the newest counts. */
const LOOKED_AT = 50;
const kinds = ['session.joined', 'session.started'] as const;

/** Someone joined a room, or began a conversation. */
export interface Join {
  sessionId: string;
  kind: 'joined' | 'started';
  /** Milliseconds since the epoch. */
  at: number;
  /** The agent's name, else the endpoint's, else empty; a stranger's text. */
  who: string;
  room?: string;
  isSample: boolean;
  isProved: boolean;
}

interface Kept extends Omit<Join, 'who'> {
  seq: number;
  agentId: string | undefined;
  endpointId: string;
}

/** The last five joins with the names of who was joined, one for each session, kept up to date by the pushes. */
export function createRecentJoins() {
  /** By session. */
  let joins = new Map<string, Kept>();
  const agents = new Map<string, string>();
  const endpoints = new Map<string, string>();
  let generation = 0;

  const newestFirst = () => [...joins.values()].sort(byAge);

  function add(event: FeedEvent): boolean {
    const join = readJoin(event);
    if (!join) return false;
    const known = joins.get(join.sessionId);
    if (known && byAge(known, join) <= 0) return false;
    joins.set(join.sessionId, join);
    joins = new Map(
      newestFirst()
        .map((one) => [one.sessionId, one] as const)
        .slice(0, KEPT),
    );
    return true;
  }

  function learn({ agentId, name }: Agent): void {
    agents.set(agentId, name);
  }

  return {
    /** @returns whether the list may be another now */
    hear({ name, value }: Push): boolean {
      switch (name) {
        case 'feed':
          return add(value);
        case 'agent':
          learn(value);
          return true;
        case 'endpoint':
          if (!('deleted' in value)) endpoints.set(value.id, value.name);
          return true;
        default:
          return false;
      }
    },

    /** Reads what is stored: at the start, and again after a `reset`, when what was heard before may be of another store. */
    async load(core: Pick<App, 'dispatch'>): Promise<void> {
      generation += 1;
      const mine = generation;
      joins.clear();
      const [page, known] = await Promise.all([
        ask(core, 'feed.page', { kinds: [...kinds], limit: LOOKED_AT }),
        ask(core, 'agent.list', {}),
      ]);
      if (mine !== generation) return;
      for (const agent of known?.agents ?? []) learn(agent);
      for (const event of page?.events ?? []) add(event);
    },

    /** Newest first. */
    list: (): Join[] =>
      newestFirst().map(({ seq: _, agentId, endpointId, ...join }) => ({
        ...join,
        who: (agentId !== undefined && agents.get(agentId)) || (endpoints.get(endpointId) ?? ''),
      })),
  };
}

/** Newest first; of one moment, the one that was stored last. */
function byAge(a: Kept, b: Kept): number {
  return b.at - a.at || b.seq - a.seq;
}

/** undefined: no join, or of no session that could be opened. */
function readJoin(event: FeedEvent): Kept | undefined {
  const { seq, kind, source, sessionId, agentId, endpointId } = event;
  if ((kind !== 'session.joined' && kind !== 'session.started') || sessionId === undefined) return undefined;
  const at = timeOf(event);
  if (!Number.isFinite(at)) return undefined;
  const { room } = event.data;
  return {
    sessionId,
    seq,
    kind: kind === 'session.joined' ? 'joined' : 'started',
    at,
    agentId,
    endpointId,
    ...(typeof room === 'string' && { room }),
    isSample: source === 'sample',
    isProved: event.verified || source !== 'delivery',
  };
}

/** What was fetched long afterwards happened when the vendor says; all else by this computer's own clock. */
function timeOf({ source, occurredAt, receivedAt }: FeedEvent): number {
  const received = Date.parse(receivedAt);
  return source === 'fetched' ? Math.min(Date.parse(occurredAt), received) : received;
}
