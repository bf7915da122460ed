import { join } from 'node:path';
import { z } from 'zod';
import type { FeedEvent } from '../../../shared/events.ts';
import { openJsonFile, saveJsonFile } from '../files/json-file.ts';
import type { Log } from '../files/log.ts';
import type { Fetched } from '../store/arrival.ts';
import { type TranscriptOf, type VendorApi, VendorError } from '../vendors/vendor-api.ts';

/** A transcript may come late; after the first that holds something, one more look finds what came later still. */
const PAUSES_MS = [2_000, 10_000, 30_000, 120_000, 600_000];
const MOST_WAITING = 500;

const wish = z.object({
  endpointId: z.string(),
  vendorSessionId: z.string(),
  org: z.string().optional(),
  agentId: z.string().optional(),
  looks: z.int().min(0),
  found: z.boolean(),
  nextAt: z.number(),
});
type Wish = z.infer<typeof wish>;
const fetchesFile = z.object({ version: z.literal(1), wishes: z.array(wish) });

export interface TranscriptsContext {
  dataDir: string;
  log: Log;
  /** undefined where the endpoint is gone or its vendor has none. */
  apiOf(endpointId: string): { vendor: string; api: Pick<VendorApi, 'transcript'> } | undefined;
  keep(fetched: Fetched): Promise<{ added: number }>;
  /** The vendor's id of one of our sessions. */
  sessionOf(sessionId: string): Promise<{ vendorSessionId: string }>;
}

/** After a session has ended: fetches what was said in it, with patience, and goes on after a restart. */
export function createTranscripts(context: TranscriptsContext, now = Date.now) {
  const { log } = context;
  const file = join(context.dataDir, 'fetches.json');
  let wishes: Wish[] = read();
  let timer: NodeJS.Timeout | undefined;
  let working = false;
  let stopped = false;

  function read(): Wish[] {
    try {
      return openJsonFile(file, fetchesFile, now()).content?.wishes ?? [];
    } catch (error) {
      log.warn({ err: error }, 'which transcripts are to be fetched is not known');
      return [];
    }
  }

  function save(next: Wish[]): void {
    wishes = next.slice(-MOST_WAITING);
    try {
      saveJsonFile(file, { version: 1, wishes }, 'The list of transcripts');
    } catch (error) {
      log.warn({ err: error }, 'the list of transcripts could not be saved');
    }
  }

  function plan(): void {
    clearTimeout(timer);
    if (stopped || working || wishes.length === 0) return;
    const next = Math.min(...wishes.map(({ nextAt }) => nextAt));
    const wait = Math.min(Math.max(next - now(), 0), 600_000);
    timer = setTimeout(() => void work(), wait).unref();
  }

  const isSame = (a: Pick<Wish, 'endpointId' | 'vendorSessionId'>, b: typeof a) =>
    a.endpointId === b.endpointId && a.vendorSessionId === b.vendorSessionId;

  async function work(): Promise<void> {
    working = true;
    try {
      for (const due of wishes.filter(({ nextAt }) => nextAt <= now())) {
        if (stopped) return;
        const again = await look(due);
        const others = wishes.filter((one) => !isSame(one, due));
        save(again ? [...others, again] : others);
      }
    } finally {
      working = false;
      plan();
    }
  }

  /** @returns the next look, where there is to be one */
  async function look(due: Wish): Promise<Wish | undefined> {
    const { endpointId, vendorSessionId, org, agentId } = due;
    const known = context.apiOf(endpointId);
    if (!known?.api.transcript) return undefined;
    let added = 0;
    try {
      const of: TranscriptOf = {
        vendorSessionId,
        ...(org !== undefined && { org }),
        ...(agentId !== undefined && { agentId }),
      };
      const facts = await known.api.transcript(of);
      if (facts.length > 0) {
        const { vendor } = known;
        ({ added } = await context.keep({ endpointId, vendor, receivedAt: now(), facts }));
      }
    } catch (error) {
      log.warn({ err: error, endpointId }, 'a transcript could not be fetched');
      if (error instanceof VendorError && !error.mayPass) return undefined;
    }
    // Looked at again after it was found, and nothing came: it is whole.
    if (due.found && added === 0) return undefined;
    const looks = due.looks + 1;
    const pause = PAUSES_MS[looks];
    return pause === undefined
      ? undefined
      : { ...due, looks, found: due.found || added > 0, nextAt: now() + pause };
  }

  function ask(endpointId: string, of: TranscriptOf): void {
    if (!context.apiOf(endpointId)?.api.transcript) return;
    const fresh: Wish = {
      endpointId,
      vendorSessionId: of.vendorSessionId,
      ...(of.org !== undefined && { org: of.org }),
      ...(of.agentId !== undefined && { agentId: of.agentId }),
      looks: 0,
      found: false,
      nextAt: now() + (PAUSES_MS[0] ?? 0),
    };
    save([...wishes.filter((one) => !isSame(one, fresh)), fresh]);
    plan();
  }

  plan();
  return {
    ask,

    /** @param events as committed */
    async ended(events: readonly FeedEvent[]): Promise<void> {
      for (const { kind, source, endpointId, sessionId, agentId, data } of events) {
        if (source !== 'delivery' || sessionId === undefined) continue;
        if (kind !== 'session.ended' && kind !== 'session.timed_out') continue;
        if (!context.apiOf(endpointId)?.api.transcript) continue;
        const { vendorSessionId } = await context.sessionOf(sessionId);
        const org = data.public_org_id;
        ask(endpointId, {
          vendorSessionId,
          ...(typeof org === 'string' && { org }),
          ...(agentId !== undefined && { agentId }),
        });
      }
    },

    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

export type Transcripts = ReturnType<typeof createTranscripts>;
