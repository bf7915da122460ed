import { join } from 'node:path';

/** What the store keeps in a data folder. */
export function storeFiles(dataDir: string) {
  return {
    /** The truth: deliveries, events, sessions. */
    main: join(dataDir, 'greenroom.db'),
    /** Derived from it; may be deleted at any time. */
    search: join(dataDir, 'search.db'),
    insights: join(dataDir, 'insights.db'),
    /** Locked for as long as a process uses the folder. */
    lock: join(dataDir, 'lock.db'),
  };
}
