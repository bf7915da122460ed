import type { Endpoint } from '../../../shared/endpoints.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Log } from '../files/log.ts';
import type { Fetched, Kept } from '../store/arrival.ts';
import { type Missed, type TranscriptOf, type VendorApi, VendorError } from '../vendors/vendor-api.ts';
import { type Clock, systemClock } from './clock.ts';
import { keepInParts } from './keep-in-parts.ts';
import type { Outage } from './outages.ts';

/** A vendor may be away for as long as we were; after these, what can be said is said. */
const PAUSES_MS = [2_000, 10_000, 30_000, 60_000, 120_000];
/** No vendor's word makes one pause longer: the others wait as well. */
const LONGEST_PAUSE_MS = 120_000;
/** Vendors try again for some seconds: what arrives by itself need not be fetched. */
const PATIENCE_MS = 3_000;
/** Outages with so little between them are one. */
const ADJACENT_MS = 60_000;

export interface RecoverContext {
  log: Log;
  /** Those that their vendor was told of in that time. */
  registered(): Endpoint[];
  /** undefined where the vendor has none, or it cannot be opened now. */
  apiOf(endpoint: Endpoint): Pick<VendorApi, 'missed'> | undefined;
  refOf(endpointId: string): string | undefined;
  keep(fetched: Fetched): Promise<Kept>;
  transcript(endpointId: string, of: TranscriptOf): void;
  /** A gap was written. @param added what was fetched for it */
  told(endpoint: Endpoint, added: number): void;
}

interface Job {
  endpointId: string;
  outage: Outage;
  /** When deliveries that are under way have arrived. */
  ready: Promise<void>;
  done: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

/** After an outage: asks each vendor what it could not deliver, fetches what can be had, and marks the gap in the feed. */
export function createRecover(context: RecoverContext, clock: Clock = systemClock) {
  const { log } = context;
  /** Endpoint by endpoint, the first one under way. */
  const jobs: Job[] = [];
  let working = false;
  let stopped = false;

  const wait = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve));

  function add(endpointId: string, outage: Outage): Job {
    const near = jobs.find((job) => job.endpointId === endpointId && areAdjacent(job.outage, outage));
    if (near) {
      near.outage = spanOf(near.outage, outage);
      near.ready = wait(PATIENCE_MS);
      return near;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const job = { endpointId, outage, ready: wait(PATIENCE_MS), done: promise, resolve, reject };
    jobs.push(job);
    return job;
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    for (let [job] = jobs; job && !stopped; [job] = jobs) {
      try {
        await recover(job);
        if (!stopped) job.resolve();
      } catch (error) {
        if (!stopped) job.reject(error);
      }
      drop(job);
    }
    working = false;
  }

  function drop(job: Job): void {
    const at = jobs.indexOf(job);
    if (at >= 0) jobs.splice(at, 1);
  }

  /** Unless it was removed meanwhile. */
  const known = ({ endpointId }: Job) => context.registered().find(({ id }) => id === endpointId);

  async function recover(job: Job): Promise<void> {
    const found = await ask(job);
    // From here on another outage is a job of its own.
    drop(job);
    const endpoint = known(job);
    if (stopped || !endpoint) return;
    const { facts = [], missed, transcripts = [] } = found ?? {};
    for (const one of transcripts) context.transcript(endpoint.id, one);
    // Nobody can tell, or the vendor says that there was something; else only what is new to us shows a gap.
    const always = !found || (missed ?? 0) > 0;
    if (!always && facts.length === 0) return;
    const { outage } = job;
    const gap = {
      from: new Date(outage.from).toISOString(),
      to: new Date(outage.to).toISOString(),
      cause: outage.cause,
      ...(missed !== undefined && { missed }),
      always,
    };
    const fetched = { endpointId: endpoint.id, vendor: endpoint.vendor, receivedAt: clock.now(), facts, gap };
    const kept = await patiently(() => keepInParts(context.keep, fetched));
    if (kept.gap) context.told(endpoint, kept.added);
  }

  /** undefined where nobody can tell. */
  async function ask(job: Job): Promise<Missed | undefined> {
    try {
      return await patiently(async () => {
        for (;;) {
          const { outage, ready } = job;
          await ready;
          const endpoint = known(job);
          const api = endpoint && !stopped ? context.apiOf(endpoint) : undefined;
          const found = await api?.missed?.(context.refOf(job.endpointId), outage.from, outage.to);
          // It grows when the path was lost once more, which takes its time each time.
          if (stopped || job.outage === outage) return found;
        }
      });
    } catch (error) {
      log.warn({ err: error, endpointId: job.endpointId }, 'what was missed could not be asked for');
      return undefined;
    }
  }

  /** Again after growing pauses, where that can help. */
  async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
    for (const pause of PAUSES_MS) {
      try {
        return await attempt();
      } catch (error) {
        if (stopped || !mayPass(error)) throw error;
        const asked = error instanceof VendorError ? (error.retryAfterMs ?? 0) : 0;
        await wait(Math.min(Math.max(pause, asked), LONGEST_PAUSE_MS));
      }
    }
    return attempt();
  }

  return {
    /** Resolves when all is looked for, which is never once it is stopped; rejects where something could not be kept. */
    async begin(outage: Outage): Promise<void> {
      const all = context.registered().map(({ id }) => add(id, outage).done);
      void work();
      const failed = (await Promise.allSettled(all)).find(({ status }) => status === 'rejected');
      if (failed) throw (failed as PromiseRejectedResult).reason;
    },

    stop(): void {
      stopped = true;
    },
  };
}

export type Recover = ReturnType<typeof createRecover>;

function areAdjacent(a: Outage, b: Outage): boolean {
  return b.from - a.to <= ADJACENT_MS && a.from - b.to <= ADJACENT_MS;
}

/** @returns another object than either, so that it is seen that it grew */
function spanOf(a: Outage, b: Outage): Outage {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to), cause: a.cause };
}

function mayPass(error: unknown): boolean {
  if (error instanceof VendorError) return error.mayPass;
  // The thread that keeps it is being started again, or its disk is full.
  return error instanceof AppError && (error.code === 'not_available' || error.code === 'store_failed');
}
