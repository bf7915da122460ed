import { workerData } from 'node:worker_threads';
import { openReader } from '../store/open.ts';
import { createReader } from '../store/reader.ts';
import type { ReadFunctions } from './contract.ts';
import { serveParent } from './rpc.ts';

/** Pages of the feed, sessions and deliveries: short reads only, so that no page waits for a search. */
const { file } = workerData as { file: string };
const db = openReader(file);
const { feedPage, sessionList, sessionGet, sessionEvents, deliveryList, deliveryGet } = createReader(db);

serveParent<Record<never, never>, ReadFunctions>({
  feedPage,
  sessionList,
  sessionGet,
  sessionEvents,
  deliveryList,
  deliveryGet,
  close: () => void db.close(),
});
