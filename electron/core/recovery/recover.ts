import type { Endpoint } from '../../../shared/endpoints.ts';
import type { Log } from '../files/log.ts';
import { createTurns } from '../in-turn.ts';
import type { Fetched } from '../store/arrival.ts';
import { type Missed, type TranscriptOf, type VendorApi, VendorError } from '../vendors/vendor-api.ts';
import type { Outage } from './outages.ts';

/** A vendor may be away for as long as we were; after these, what can be said is said. */
const PAUSES_MS = [2_000, 10_000, 30_000, 60_000, 120_000];
/** Vendors try again for some seconds: what arrives by itself need not be fetched. */
const PATIENCE_MS = 3_000;

export interface RecoverContext {
  log: Log;
  /** Those that their vendor was told of in that time. */
  registered(): Endpoint[];
  /** undefined where the vendor has none, or it cannot be opened now. */
  apiOf(endpoint: Endpoint): Pick<VendorApi, 'missed'> | undefined;
  refOf(endpointId: string): string | undefined;
  keep(fetched: Fetched): Promise<{ added: number }>;
  transcript(endpointId: string, of: TranscriptOf): void;
  told(endpoint: Endpoint, added: number): void;
  /** For tests of what waits. */
  wait?: (ms: number) => Promise<void>;
}

/** After an outage: asks each vendor what it could not deliver, fetches what can be had, and marks the gap in the feed. */
export function createRecover(context: RecoverContext) {
  const { log } = context;
  const inTurn = createTurns();
  const wait = context.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms).unref()));
  let stopped = false;

  /** undefined where nobody can tell. */
  async function ask(endpoint: Endpoint, { from, to }: Outage): Promise<Missed | undefined> {
    const api = context.apiOf(endpoint);
    if (!api?.missed) return undefined;
    for (const pause of [...PAUSES_MS, undefined]) {
      if (stopped) return undefined;
      try {
        return await api.missed(context.refOf(endpoint.id), from, to);
      } catch (error) {
        if (pause === undefined || !(error instanceof VendorError) || !error.mayPass) {
          log.warn({ err: error, endpointId: endpoint.id }, 'what was missed could not be asked for');
          return undefined;
        }
        await wait(Math.max(pause, error.retryAfterMs ?? 0));
      }
    }
    return undefined;
  }

  async function recover(endpoint: Endpoint, outage: Outage): Promise<void> {
    const found = await ask(endpoint, outage);
    if (stopped) return;
    const { facts = [], missed, transcripts = [] } = found ?? {};
    // Nobody can tell, or the vendor says that there was something; else only what is new to us shows a gap.
    const always = !found || (missed ?? 0) > 0;
    if (!always && facts.length === 0) return;
    const gap = {
      from: new Date(outage.from).toISOString(),
      to: new Date(outage.to).toISOString(),
      cause: outage.cause,
      ...(missed !== undefined && { missed }),
      always,
    };
    const { id: endpointId, vendor } = endpoint;
    const { added } = await context.keep({ endpointId, vendor, receivedAt: Date.now(), facts, gap });
    if (added > 0 || always) context.told(endpoint, added);
    for (const one of transcripts) context.transcript(endpointId, one);
  }

  return {
    begin(outage: Outage): void {
      for (const endpoint of context.registered()) {
        void inTurn(async () => {
          await wait(PATIENCE_MS);
          await recover(endpoint, outage);
        }).catch((error) => log.error({ err: error }, 'what was missed could not be kept'));
      }
    },
    stop(): void {
      stopped = true;
    },
  };
}

export type Recover = ReturnType<typeof createRecover>;
