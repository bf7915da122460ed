import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Agent } from '../../../shared/events.ts';
import { writeFileAtomically } from '../files/atomic-file.ts';
import { openJsonFile, saveJsonFile } from '../files/json-file.ts';
import type { Log } from '../files/log.ts';

const MOST_AGENTS = 500;
const MOST_IDS = 10;
/** No vendor's id is longer; a stranger's may be. */
export const LONGEST_ID = 200;
const LONGEST_NAME = 80;

const kept = z.object({
  agentId: z.string(),
  /** Its own and those that deliveries may name it by. */
  ids: z.array(z.string()),
  name: z.string(),
  picture: z
    .object({
      file: z.string().regex(/^[0-9a-f]{64}$/),
      type: z.string().regex(/^image\/[a-z]{1,10}$/),
    })
    .optional(),
});
type Kept = z.infer<typeof kept>;
const agentsFile = z.object({ version: z.literal(1), agents: z.array(kept) });

/** Agents by name, each with its picture, in files of the data folder. */
export function openAgentBook(dataDir: string, log: Log, now = Date.now) {
  const file = join(dataDir, 'agents.json');
  const folder = join(dataDir, 'pictures');
  /** Those met first come first. */
  let all: readonly Kept[] = read();
  let byId = indexOf(all);

  function read(): Kept[] {
    try {
      return openJsonFile(file, agentsFile, now()).content?.agents.slice(-MOST_AGENTS) ?? [];
    } catch (error) {
      log.warn({ err: error }, 'the names of agents could not be read');
      return [];
    }
  }

  /** Pictures go with the agents that they show. */
  function replaceAll(next: readonly Kept[]): void {
    const shown = new Set(next.map(({ picture }) => picture?.file));
    for (const { picture } of all) {
      if (picture && !shown.has(picture.file)) rmSync(join(folder, picture.file), { force: true });
    }
    all = next;
    byId = indexOf(all);
  }

  return {
    has: (agentId: string) => byId.has(agentId),

    nameOf: (agentId: string): string | undefined => byId.get(agentId)?.name,

    list: (): Agent[] => all.flatMap(viewsOf),

    /** As a data URL; null where there is none. */
    picture(agentId: string): string | null {
      const { picture } = byId.get(agentId) ?? {};
      if (!picture) return null;
      try {
        return `data:${picture.type};base64,${readFileSync(join(folder, picture.file)).toString('base64')}`;
      } catch {
        return null;
      }
    },

    /** @param entered told of it under each of its ids. @throws what the file system meets */
    enter(
      agentId: string,
      about: { name: string; ids: readonly string[] },
      picture: { type: string; bytes: Buffer } | undefined,
      entered: (agent: Agent) => void,
    ): void {
      const ids = [agentId, ...about.ids].filter((id) => id.length <= LONGEST_ID);
      const one: Kept = {
        agentId,
        ids: [...new Set(ids)].slice(0, MOST_IDS),
        name: cleaned(about.name) || cleaned(agentId),
        // A stranger's word never becomes a part of a path.
        ...(picture && { picture: { file: hash('sha256', agentId), type: picture.type } }),
      };
      if (picture && one.picture) {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileAtomically(join(folder, one.picture.file), picture.bytes);
      }
      const others = all.filter(({ ids }) => !ids.some((id) => one.ids.includes(id)));
      replaceAll([...others, one].slice(-MOST_AGENTS));
      for (const agent of viewsOf(one)) entered(agent);
      saveJsonFile(file, { version: 1, agents: all }, 'The name of an agent');
    },
  };
}

function viewsOf({ ids, name, picture }: Kept): Agent[] {
  return ids.map((agentId) => ({ agentId, name, hasPicture: picture !== undefined }));
}

function indexOf(all: readonly Kept[]): Map<string, Kept> {
  return new Map(all.flatMap((one) => one.ids.map((id) => [id, one] as const)));
}

/** One short line, without what would turn a screen around. */
function cleaned(name: string): string {
  return name
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .toWellFormed();
}
