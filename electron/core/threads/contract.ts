import type { Parsed, Value } from '../../../shared/contract.ts';
import type { Counters, StoreStatus } from '../../../shared/status.ts';
import type { Door } from '../intake/intake.ts';
import type { Wish } from '../receiver/listen.ts';
import type { Committed, Fetched, Kept } from '../store/arrival.ts';
import type { Reader } from '../store/reader.ts';

/** What the main thread and the core's other threads say to each other. */

export interface ReceiveThreadData {
  files: { main: string; lock: string };
}

export interface ReceiveSetup {
  limits: ReceiveLimits;
  /** In hex. */
  keys: { headers: string; samples: string };
}

export interface ReceiveLimits {
  maxBodyBytes: number;
  retentionDays: number;
  retentionBytes: number;
  sessionQuietMinutes: number;
}

export interface Opened {
  storeId: string;
  lastSeq: number;
  /** Where a damaged store was moved to, if there was one. */
  setAside?: string;
}

export type ReceiveFunctions = {
  /** Holds the data folder for this process from now on. @throws AppError `folder_in_use`, `store_failed` */
  lock(): void;
  /** Opens the store. @throws AppError `store_newer`, `store_failed` */
  open(setup: ReceiveSetup): Opened;
  /** @returns the port. @throws AppError `port_taken` */
  listen(wish: Wish): Promise<number>;
  setDoors(doors: Door[]): void;
  setLimits(limits: ReceiveLimits): void;
  recheck(endpointId: string, apply: boolean): Promise<{ checked: number; verified: number }>;
  /** Keeps what was fetched in the place of deliveries, in one commit. @throws AppError `store_failed` */
  keepFetched(fetched: Fetched): Kept;
  /** Whose `Host` a call carries that came through the public address; null while there is none. */
  setPublicHost(host: string | null): void;
  issueNonce(): { nonce: string; expected: string };
  counters(): Counters & { bytes: number };
  /** Runs the retention and quiet-session sweep now. */
  sweep(): Promise<void>;
  /** 503 from now on; resolves when all that was accepted is answered. */
  beginStop(): Promise<void>;
  /** Closes the receiver and the store, and releases the folder. */
  close(): Promise<void>;
};

export type MainFunctions = {
  committed(changes: Committed): void;
  storeState(failed: Pick<StoreStatus, 'reason'> | null): void;
  /** A damaged file was set aside while running: readers must open the new one. */
  setAside(name: string): void;
  secretMissing(endpointId: string): void;
  /** Rows were removed by retention. */
  pruned(): void;
};

export type ReadFunctions = Pick<
  Reader,
  'feedPage' | 'sessionList' | 'sessionGet' | 'sessionEvents' | 'deliveryList' | 'deliveryGet'
> & {
  /** Closes the files. Nothing is read afterwards. */
  close(): void;
};

export type SearchFunctions = {
  /** There are new events to index. */
  follow(): void;
  /** @param meant ids that the words of the query may stand for, by `idsMeant` */
  search(input: Parsed<'search'>, meant?: string[][]): Value<'search'>;
  insights(input: Parsed<'insights.get'>): Value<'insights.get'>;
  /** The `seq` up to which events are found. */
  indexedSeq(): number;
  /** Rows are gone: what stands for them in the index may go too. */
  prune(): void;
  /** Closes the files. Nothing is read or written afterwards. */
  close(): void;
};
