import { hash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Agent, FeedEvent } from '../../../shared/events.ts';
import { writeFileAtomically } from '../files/atomic-file.ts';
import { openJsonFile, saveJsonFile } from '../files/json-file.ts';
import type { Log } from '../files/log.ts';
import type { VendorAgent, VendorDirectory } from '../vendors/vendor-api.ts';

const MOST_AGENTS = 500;
const UNKNOWN_MS = 60 * 60 * 1000;
const AT_ONCE = 2;
const LONGEST_NAME = 80;

const kept = z.object({
  agentId: z.string(),
  ids: z.array(z.string()),
  name: z.string(),
  picture: z.object({ file: z.string().regex(/^[0-9a-f]{64}$/), type: z.string() }).optional(),
});
type Kept = z.infer<typeof kept>;
const agentsFile = z.object({ version: z.literal(1), agents: z.array(kept) });

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
  const file = join(context.dataDir, 'agents.json');
  const folder = join(context.dataDir, 'pictures');
  let all: Kept[] = read();
  const unknown = new Map<string, number>();
  const waiting = new Map<string, string>();
  let asking = 0;
  let stopped = false;

  function read(): Kept[] {
    try {
      return openJsonFile(file, agentsFile, now()).content?.agents ?? [];
    } catch (error) {
      log.warn({ err: error }, 'the names of agents could not be read');
      return [];
    }
  }

  const find = (agentId: string) => all.find(({ ids }) => ids.includes(agentId));
  const view = (one: Kept, agentId: string): Agent => ({
    agentId,
    name: one.name,
    hasPicture: one.picture !== undefined,
  });

  async function work(): Promise<void> {
    const [next] = waiting;
    if (!next || asking >= AT_ONCE || stopped) return;
    const [agentId, endpointId] = next;
    waiting.delete(agentId);
    asking++;
    try {
      await ask(agentId, endpointId);
    } catch (error) {
      unknown.set(agentId, now());
      log.warn({ err: error }, 'who an agent is could not be asked for');
    } finally {
      asking--;
      void work();
    }
  }

  async function ask(agentId: string, endpointId: string): Promise<void> {
    for (const directory of context.directoriesOf(endpointId)) {
      const found = await directory.agent?.(agentId);
      if (found) return keep(agentId, found, directory);
    }
    unknown.set(agentId, now());
    // What is long gone may be forgotten: it is asked for again then.
    if (unknown.size > MOST_AGENTS) unknown.delete([...unknown.keys()][0] ?? '');
  }

  async function keep(agentId: string, found: VendorAgent, directory: VendorDirectory): Promise<void> {
    const picture = found.pictureUrl === undefined ? undefined : await directory.picture?.(found.pictureUrl);
    const one: Kept = {
      agentId,
      ids: [...new Set([agentId, found.agentId, ...found.alsoKnownAs])].slice(0, 10),
      name: cleaned(found.name) || agentId,
      ...(picture && { picture: { file: hash('sha256', agentId), type: picture.type } }),
    };
    if (picture && one.picture) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileAtomically(join(folder, one.picture.file), picture.bytes);
    }
    all = [...all.filter(({ ids }) => !ids.includes(agentId)), one].slice(-MOST_AGENTS);
    saveJsonFile(file, { version: 1, agents: all }, 'The name of an agent');
    for (const id of one.ids) context.changed(view(one, id));
  }

  return {
    list: (): Agent[] => all.flatMap((one) => one.ids.map((id) => view(one, id))),

    /** As a data URL; null where there is none. */
    picture(agentId: string): string | null {
      const { picture } = find(agentId) ?? {};
      if (!picture) return null;
      try {
        return `data:${picture.type};base64,${readFileSync(join(folder, picture.file)).toString('base64')}`;
      } catch {
        return null;
      }
    },

    /** @param events as committed: those of agents that are not known yet are asked for */
    met(events: readonly FeedEvent[]): void {
      for (const { agentId, endpointId, source } of events) {
        if (agentId === undefined || source === 'sample' || find(agentId) || waiting.has(agentId)) continue;
        if (now() - (unknown.get(agentId) ?? Number.NEGATIVE_INFINITY) < UNKNOWN_MS) continue;
        if (waiting.size >= MOST_AGENTS || context.directoriesOf(endpointId).length === 0) continue;
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

/** One short line, without what would turn a screen around. */
function cleaned(name: string): string {
  return name
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .toWellFormed();
}
