import { join } from 'node:path';
import { z } from 'zod';
import { endpointOptions } from '../../../shared/endpoints.ts';
import { openJsonFile, saveJsonFile } from '../files/json-file.ts';

const time = z.iso.datetime();

/** What we know of one endpoint's registrations. Written before a call and after it, so that no crash leaves an orphan. */
const entry = z.object({
  /** The user asked for it; false while what is left at the vendor is being taken back. */
  wanted: z.boolean(),
  /** References that we made and that may still be there. */
  made: z.array(z.string()),
  /** A call that makes one has begun, and nobody knows yet how it ended: the vendor's list will tell. */
  creating: z.boolean(),
  /** The one whose secret is kept; of a vendor without an API, the address that the user was told. */
  current: z.object({ ref: z.string().optional(), url: z.string(), since: time.optional() }).optional(),
  confirmedAt: time.optional(),
});
export type JournalEntry = z.infer<typeof entry>;

/** What is left at a vendor of an endpoint that was deleted; its credentials stay in the vault until it is gone. */
const leftover = z.object({
  vendor: z.string(),
  key: z.string(),
  options: endpointOptions,
  made: z.array(z.string()),
});
export type Leftover = z.infer<typeof leftover>;

const journalFile = z.object({
  version: z.literal(1),
  entries: z.record(z.string(), entry),
  leftovers: z.record(z.string(), leftover),
});

export const noEntry: JournalEntry = { wanted: false, made: [], creating: false };

/** `registrations.json`: what was asked for and what was made. Without it, ours are still known by the key in their URL. */
export function openJournal(dataDir: string, now = Date.now()) {
  const file = join(dataDir, 'registrations.json');
  const { content, setAside } = openJsonFile(file, journalFile, now);
  let kept: z.infer<typeof journalFile> = content ?? { version: 1, entries: {}, leftovers: {} };

  function save(change: Partial<typeof kept>): void {
    const next = { ...kept, ...change };
    saveJsonFile(file, next, 'The registration');
    kept = next;
  }

  return {
    of: (endpointId: string): JournalEntry => kept.entries[endpointId] ?? noEntry,
    ids: () => Object.keys(kept.entries),
    leftovers: () => kept.leftovers,

    /** @throws AppError `store_failed`; nothing is changed then */
    note(endpointId: string, change: Partial<JournalEntry>): void {
      const next = { ...(kept.entries[endpointId] ?? noEntry), ...change };
      save({ entries: { ...kept.entries, [endpointId]: next } });
    },

    /** @throws AppError `store_failed` */
    forget(endpointId: string): void {
      const { [endpointId]: gone, ...entries } = kept.entries;
      if (gone) save({ entries });
    },

    /** The endpoint goes, what it has at the vendor stays to be taken back. @throws AppError `store_failed` */
    leave(endpointId: string, left: Leftover): void {
      const { [endpointId]: _, ...entries } = kept.entries;
      save({ entries, leftovers: { ...kept.leftovers, [endpointId]: left } });
    },

    /** @throws AppError `store_failed` */
    cleared(endpointId: string): void {
      const { [endpointId]: _, ...leftovers } = kept.leftovers;
      save({ leftovers });
    },

    ...(setAside !== undefined && { setAside }),
  };
}

export type Journal = ReturnType<typeof openJournal>;
