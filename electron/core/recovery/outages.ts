import { join } from 'node:path';
import { z } from 'zod';
import { openJsonFile, saveJsonFile } from '../files/json-file.ts';
import type { Log } from '../files/log.ts';

const SAVE_EVERY_MS = 30_000;
/** Older than this, nobody would look for what was missed. */
const LONGEST_MS = 30 * 24 * 60 * 60 * 1000;

const pathFile = z.object({ version: z.literal(1), provedAt: z.number() });

/** A time in which nothing could arrive; milliseconds since the epoch. `closed`: Greenroom was not running. */
export interface Outage {
  from: number;
  to: number;
  cause: 'closed' | 'path';
}

/** Knows when the path was last whole, also over restarts, and so what time is missing once it is whole again. */
export function createOutages(dataDir: string, log: Log, begin: (outage: Outage) => void, now = Date.now) {
  const file = join(dataDir, 'path.json');
  let provedAt = read();
  let savedAt = 0;
  /** Nothing is known of this run's path yet, or it was lost. */
  let missing: Outage['cause'] | undefined = provedAt === undefined ? undefined : 'closed';

  function read(): number | undefined {
    try {
      return openJsonFile(file, pathFile, now()).content?.provedAt;
    } catch (error) {
      log.warn({ err: error }, 'when the path was last whole is not known');
      return undefined;
    }
  }

  function save(): void {
    if (provedAt === undefined) return;
    savedAt = now();
    try {
      saveJsonFile(file, { version: 1, provedAt }, 'The state of the path');
    } catch (error) {
      log.warn({ err: error }, 'the state of the path could not be saved');
    }
  }

  return {
    proved(at: number): void {
      const from = provedAt;
      const cause = missing;
      provedAt = at;
      missing = undefined;
      if (Math.abs(now() - savedAt) >= SAVE_EVERY_MS) save();
      // A clock that was set back leaves no time that could be missing.
      if (cause === undefined || from === undefined || at <= from) return;
      begin({ from: Math.max(from, at - LONGEST_MS), to: at, cause });
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
