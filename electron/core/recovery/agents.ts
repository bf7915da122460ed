import type { Agent, FeedEvent } from '../../../shared/events.ts';
import type { Log } from '../files/log.ts';
import { type VendorAgent, type VendorDirectory, VendorError } from '../vendors/vendor-api.ts';
import { LONGEST_ID, openAgentBook } from './agent-book.ts';

const AT_ONCE = 2;
const MOST_WAITING = 500;
const UNKNOWN_MS = 60 * 60 * 1000;
/** Where nobody could be asked. */
const LATER_MS = 60 * 1000;

export interface AgentsContext {
  dataDir: string;
  log: Log;
  /** Who may know the agents of this endpoint, the likeliest first. */
  directoriesOf(endpointId: string): VendorDirectory[];
  changed(agent: Agent): void;
}

/** Who agents are: asked for once, when one is first met, and kept with their pictures. */
export function createAgents(context: AgentsContext, now = Date.now) {
  const { log } = context;
  const book = openAgentBook(context.dataDir, log, now);
  /** Until when an agent counts as one that nobody knows. */
  const unknown = new Map<string, number>();
  const waiting = new Map<string, string>();
  const asking = new Set<string>();
  let stopped = false;

  async function work(): Promise<void> {
    const [next] = waiting;
    if (!next || asking.size >= AT_ONCE || stopped) return;
    const [agentId, endpointId] = next;
    waiting.delete(agentId);
    asking.add(agentId);
    try {
      await learn(agentId, endpointId);
    } catch (error) {
      setAside(agentId, LATER_MS);
      log.warn({ err: error }, 'the name of an agent could not be kept');
    } finally {
      asking.delete(agentId);
      void work();
    }
  }

  async function learn(agentId: string, endpointId: string): Promise<void> {
    // Met meanwhile under another id.
    if (book.has(agentId)) return;
    const { found, directory, wait } = await ask(agentId, endpointId);
    if (!found) return setAside(agentId, wait);
    const picture = await pictureOf(found, directory);
    // The folder may be another process's by now.
    if (stopped) return;
    const ids = [found.agentId, ...found.alsoKnownAs];
    book.enter(agentId, { name: found.name, ids }, picture, context.changed);
  }

  /** The first answer of those who may know. @returns where none came: how long not to ask again */
  async function ask(agentId: string, endpointId: string) {
    const directories = context.directoriesOf(endpointId);
    let wait = directories.length === 0 ? LATER_MS : UNKNOWN_MS;
    for (const directory of directories) {
      try {
        const found = await directory.agent?.(agentId);
        if (found) return { found, directory };
      } catch (error) {
        if (error instanceof VendorError && error.mayPass) wait = LATER_MS;
        log.warn({ err: error }, 'who an agent is could not be asked for');
      }
    }
    return { wait };
  }

  /** A name without a picture is better than none. */
  async function pictureOf({ pictureUrl }: VendorAgent, directory: VendorDirectory) {
    if (pictureUrl === undefined) return undefined;
    try {
      return await directory.picture?.(pictureUrl);
    } catch (error) {
      log.warn({ err: error }, 'the picture of an agent could not be fetched');
      return undefined;
    }
  }

  function setAside(agentId: string, ms: number): void {
    unknown.set(agentId, now() + ms);
    // What is long gone may be forgotten: it is asked for again then.
    if (unknown.size > MOST_WAITING) unknown.delete([...unknown.keys()][0] ?? '');
  }

  function isToAsk(agentId: string): boolean {
    if (agentId.length > LONGEST_ID || book.has(agentId)) return false;
    if (waiting.size >= MOST_WAITING || waiting.has(agentId) || asking.has(agentId)) return false;
    const until = unknown.get(agentId);
    // A clock that was set back makes no wait longer.
    return until === undefined || now() >= until || until - now() > UNKNOWN_MS;
  }

  return {
    list: book.list,
    picture: book.picture,
    nameOf: book.nameOf,

    /** @param events as committed: those of agents that are not known yet are asked for */
    met(events: readonly FeedEvent[]): void {
      for (const { agentId, endpointId, source } of events) {
        if (agentId === undefined || source === 'sample' || !isToAsk(agentId)) continue;
        waiting.set(agentId, endpointId);
        void work();
      }
    },

    /** Credentials have changed: who was unknown may be known now. */
    askAgain: () => unknown.clear(),

    stop(): void {
      stopped = true;
    },
  };
}

export type Agents = ReturnType<typeof createAgents>;
