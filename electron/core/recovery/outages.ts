import { join } from 'node:path';
import { z } from 'zod';
import { openJsonFile, saveJsonFile } from '../files/json-file.ts';
import type { Log } from '../files/log.ts';

const SAVE_EVERY_MS = 30_000;
/** Older than this, nobody would look for what was missed. */
const LONGEST_MS = 30 * 24 * 60 * 60 * 1000;
/** So many are begun again at the next start. */
const MOST_OPEN = 20;

const outage = z.object({ from: z.number(), to: z.number(), cause: z.enum(['closed', 'path']) });
const pathFile = z.object({
  version: z.literal(1),
  provedAt: z.number(),
  open: z.array(outage).default([]),
});

/** A time in which nothing could arrive; milliseconds since the epoch. `closed`: Greenroom was not running. */
export type Outage = z.infer<typeof outage>;

/**
 * Knows when the path was last whole, also over restarts, and so what time is missing once it is whole again.
 * @param begin looks for what was missed; one that does not end is begun again at the next start
 */
export function createOutages(
  dataDir: string,
  log: Log,
  begin: (outage: Outage) => Promise<void>,
  now = Date.now,
) {
  const file = join(dataDir, 'path.json');
  const before = read();
  let provedAt = before?.provedAt;
  /** Until all that was missed in them is looked for; those of the run before wait for a path. */
  let open: Outage[] = [];
  let left = before?.open ?? [];
  let savedAt = Number.NEGATIVE_INFINITY;
  /** Nothing is known of this run's path yet, or it was lost. */
  let missing: Outage['cause'] | undefined = provedAt === undefined ? undefined : 'closed';

  function read(): Pick<z.infer<typeof pathFile>, 'provedAt' | 'open'> | undefined {
    try {
      return openJsonFile(file, pathFile, now()).content;
    } catch (error) {
      log.warn({ err: error }, 'when the path was last whole is not known');
      return undefined;
    }
  }

  function save(): void {
    if (provedAt === undefined) return;
    savedAt = now();
    try {
      saveJsonFile(file, { version: 1, provedAt, open: [...left, ...open] }, 'The state of the path');
    } catch (error) {
      log.warn({ err: error }, 'the state of the path could not be saved');
    }
  }

  function follow(one: Outage): void {
    begin(one).then(
      () => {
        open = open.filter((other) => other !== one);
        save();
      },
      (error) => log.error({ err: error }, 'what was missed could not be kept'),
    );
  }

  /** @returns the time that is missing now that the path is whole again */
  function ended(at: number): Outage | undefined {
    const from = provedAt;
    const cause = missing;
    provedAt = at;
    missing = undefined;
    if (cause === undefined || from === undefined) return undefined;
    return { from: Math.max(from, at - LONGEST_MS), to: at, cause };
  }

  return {
    proved(at: number): void {
      const one = ended(at);
      const fresh = [...left, ...(one ? [one] : [])].filter((each) => isSound(each, at));
      left = [];
      open = [...open, ...fresh].slice(-MOST_OPEN);
      if (fresh.length > 0 || Math.abs(now() - savedAt) >= SAVE_EVERY_MS) save();
      for (const each of fresh) follow(each);
    },

    /** The path is not whole any more; since when, the last proof tells. */
    lost(): void {
      missing ??= 'path';
    },

    /** On a clean quit. */
    stop: save,
  };
}

export type Outages = ReturnType<typeof createOutages>;

/** A file may hold anything, and a clock that was set back leaves no time that could be missing. */
function isSound({ from, to }: Outage, at: number): boolean {
  return from < to && to <= at && to - from <= LONGEST_MS && at - to <= LONGEST_MS;
}
