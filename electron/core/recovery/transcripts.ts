import { join } from 'node:path';
import { z } from 'zod';
import type { FeedEvent } from '../../../shared/events.ts';
import { openJsonFile, saveJsonFile } from '../files/json-file.ts';
import type { Log } from '../files/log.ts';
import type { Fetched, Kept } from '../store/arrival.ts';
import { type TranscriptOf, type VendorApi, VendorError } from '../vendors/vendor-api.ts';
import { type Clock, systemClock } from './clock.ts';
import { keepInParts } from './keep-in-parts.ts';

/** A transcript may come late; after the first that holds something, one more look finds what came later still. */
const PAUSES_MS = [2_000, 10_000, 30_000, 120_000, 600_000];
const MOST_WAITING = 500;
/** No wait is longer: a clock that was set back does not make one of days. */
const LONGEST_MS = 60 * 60 * 1000;

const wish = z.object({
  endpointId: z.string(),
  vendorSessionId: z.string(),
  org: z.string().optional(),
  agentId: z.string().optional(),
  looks: z.int().min(0),
  /** Something came. */
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
  keep(fetched: Fetched): Promise<Kept>;
  /** The vendor's id of one of our sessions. */
  sessionOf(sessionId: string): Promise<{ vendorSessionId: string }>;
}

/** After a session has ended: fetches what was said in it, with patience, and goes on after a restart. */
export function createTranscripts(context: TranscriptsContext, clock: Clock = systemClock) {
  const { log } = context;
  const file = join(context.dataDir, 'fetches.json');
  /** The first ones are the oldest. Each look makes a new object of its wish. */
  let wishes: readonly Wish[] = read();
  let cancel = () => {};
  let working = false;
  let stopped = false;

  function read(): Wish[] {
    try {
      return openJsonFile(file, fetchesFile, clock.now()).content?.wishes.slice(-MOST_WAITING) ?? [];
    } catch (error) {
      log.warn({ err: error }, 'which transcripts are to be fetched is not known');
      return [];
    }
  }

  function save(next: readonly Wish[]): void {
    wishes = next.slice(-MOST_WAITING);
    try {
      saveJsonFile(file, { version: 1, wishes }, 'The list of transcripts');
    } catch (error) {
      log.warn({ err: error }, 'the list of transcripts could not be saved');
    }
  }

  /** How long a wish waits. */
  function waitOf({ nextAt }: Wish): number {
    const wait = nextAt - clock.now();
    return wait > LONGEST_MS ? 0 : Math.max(wait, 0);
  }

  function plan(): void {
    cancel();
    if (stopped || working || wishes.length === 0) return;
    cancel = clock.after(Math.min(...wishes.map(waitOf)), () => void work());
  }

  async function work(): Promise<void> {
    working = true;
    for (const due of wishes.filter((one) => waitOf(one) === 0)) {
      if (!wishes.includes(due)) continue;
      const again = await look(due);
      if (stopped) return;
      // Where it was asked for anew meanwhile, that goes on.
      save(wishes.flatMap((one) => (one === due ? (again ?? []) : [one])));
    }
    working = false;
    plan();
  }

  /** @returns the next look, where there is to be one */
  async function look(due: Wish): Promise<Wish | undefined> {
    let { found } = due;
    let pause = PAUSES_MS[due.looks + 1];
    try {
      const facts = await fetchFor(due);
      if (!facts) return undefined;
      // Looked at again after it was found, and nothing came: it is whole.
      const { added } = await keepInParts(context.keep, facts);
      if (found && added === 0) return undefined;
      found ||= facts.facts.length > 0;
    } catch (error) {
      if (stopped) return due;
      log.warn({ err: error, endpointId: due.endpointId }, 'a transcript could not be fetched');
      if (error instanceof VendorError) {
        if (!error.mayPass) return undefined;
        if (pause !== undefined) pause = Math.min(Math.max(pause, error.retryAfterMs ?? 0), LONGEST_MS);
      }
    }
    return pause === undefined
      ? undefined
      : { ...due, looks: due.looks + 1, found, nextAt: clock.now() + pause };
  }

  /** undefined where nobody can be asked any more. */
  async function fetchFor({ endpointId, vendorSessionId, org, agentId }: Wish): Promise<Fetched | undefined> {
    const known = context.apiOf(endpointId);
    const facts = await known?.api.transcript?.({
      vendorSessionId,
      ...(org !== undefined && { org }),
      ...(agentId !== undefined && { agentId }),
    });
    return known && facts && { endpointId, vendor: known.vendor, receivedAt: clock.now(), facts };
  }

  function askAll(all: readonly Pick<Wish, 'endpointId' | 'vendorSessionId' | 'org' | 'agentId'>[]): void {
    if (stopped || all.length === 0) return;
    const nextAt = clock.now() + (PAUSES_MS[0] ?? 0);
    const fresh = new Map(
      all.map((one) => [nameOf(one), { ...one, looks: 0, found: false, nextAt } satisfies Wish]),
    );
    save([...wishes.filter((one) => !fresh.has(nameOf(one))), ...fresh.values()]);
    plan();
  }

  const canAsk = (endpointId: string) => context.apiOf(endpointId)?.api.transcript !== undefined;

  /** undefined where the session is gone, or cannot be read now. */
  async function vendorsIdOf(sessionId: string): Promise<string | undefined> {
    try {
      return (await context.sessionOf(sessionId)).vendorSessionId;
    } catch (error) {
      log.warn({ err: error }, 'a transcript could not be asked for');
      return undefined;
    }
  }

  plan();
  return {
    ask(endpointId: string, of: TranscriptOf): void {
      if (canAsk(endpointId)) askAll([{ endpointId, ...of }]);
    },

    /** @param events as committed */
    async ended(events: readonly FeedEvent[]): Promise<void> {
      const asked: Parameters<typeof askAll>[0][number][] = [];
      for (const { kind, source, endpointId, sessionId, agentId, data } of events) {
        if (source !== 'delivery' || sessionId === undefined) continue;
        if (kind !== 'session.ended' && kind !== 'session.timed_out') continue;
        const vendorSessionId = canAsk(endpointId) ? await vendorsIdOf(sessionId) : undefined;
        if (vendorSessionId === undefined) continue;
        const org = data.public_org_id;
        asked.push({
          endpointId,
          vendorSessionId,
          ...(typeof org === 'string' && { org }),
          ...(agentId !== undefined && { agentId }),
        });
      }
      askAll(asked);
    },

    stop(): void {
      stopped = true;
      cancel();
    },
  };
}

export type Transcripts = ReturnType<typeof createTranscripts>;

function nameOf({ endpointId, vendorSessionId }: Pick<Wish, 'endpointId' | 'vendorSessionId'>): string {
  return `${endpointId} ${vendorSessionId}`;
}
