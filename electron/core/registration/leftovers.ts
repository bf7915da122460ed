import type { EndpointCredentials } from '../../../shared/endpoints.ts';
import type { Log } from '../files/log.ts';
import { findVendor } from '../vendors/registry.ts';
import type { Journal, Leftover } from './journal.ts';
import { carriesKey } from './plan.ts';

const PAUSE_MS = 10 * 60_000;

export interface LeftoversContext {
  journal: Journal;
  log: Log;
  /** Of a deleted endpoint; they are kept until what it left is gone. */
  credentials: {
    /** undefined where there are none, or they cannot be read now. */
    get(endpointId: string): Promise<EndpointCredentials | undefined>;
    delete(endpointId: string): Promise<void>;
  };
}

/** Takes back what deleted endpoints have left at their vendors, and keeps trying until it is gone. */
export function createLeftovers({ journal, log, credentials }: LeftoversContext) {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function clear(endpointId: string, left: Leftover): Promise<void> {
    const known = await credentials.get(endpointId);
    const api = known && findVendor(left.vendor)?.openApi?.({ credentials: known, options: left.options });
    if (!api) return;
    const ours = (await api.list()).filter(
      ({ ref, url }) => left.made.includes(ref) || carriesKey(url, left.key),
    );
    for (const { ref } of ours) await api.remove(ref);
    journal.cleared(endpointId);
    await credentials.delete(endpointId);
    log.info({ endpointId }, 'what a deleted endpoint had left at its vendor was taken back');
  }

  return {
    /** Tries them all now, and again later while some are left. Never rejects. */
    async clearAll(): Promise<void> {
      clearTimeout(timer);
      for (const [id, left] of Object.entries(journal.leftovers())) {
        await clear(id, left).catch((error: unknown) =>
          log.warn({ endpointId: id, err: error }, 'a registration of a deleted endpoint is still there'),
        );
      }
      const isDone = Object.keys(journal.leftovers()).length === 0;
      if (!isDone && !stopped) timer = setTimeout(() => void this.clearAll(), PAUSE_MS).unref();
    },

    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

export type Leftovers = ReturnType<typeof createLeftovers>;
