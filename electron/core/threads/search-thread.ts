import { workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { createDeliveryFinder } from '../store/delivery-finder.ts';
import { createInsights } from '../store/insights/query.ts';
import { openRollup } from '../store/insights/rollup.ts';
import { openReader } from '../store/open.ts';
import { createReader } from '../store/reader.ts';
import { openSearchIndex } from '../store/search-index.ts';
import { classify } from '../store/sqlite-error.ts';
import type { SearchFunctions } from './contract.ts';
import { serveParent } from './rpc.ts';

/** What may take its time: the search index, searches, the figures over a period, and moving the journal into the database file. */

const { files } = workerData as { files: { main: string; search: string; insights: string } };
const db = openReader(files.main);
const reader = createReader(db);
const findDeliveries = createDeliveryFinder(db, reader.storeId);
const index = openSearchIndex(files.search, db, reader.storeId);
const rollup = openRollup(files.insights, db, reader.storeId);
const insights = createInsights(db, rollup);
/** Checkpoints need a connection that may write; it writes nothing else. */
const checkpointer = new Database(files.main, { timeout: 0 });
checkpointer.pragma('wal_autocheckpoint = 0');

const MOST_SESSIONS = 6;

let stopped = false;
let running = false;
let again = false;

/** Rest between two rounds; what is found is never a second behind. */
const REST_MS = 250;
/** A checkpoint makes the disk busy for a moment: rarely enough for the commits of a flood not to feel it. */
const CHECKPOINT_MS = 1_000;
let checkpointedAt = 0;
let isCheckpointDue = false;

/** Indexes what is new, in steps between which searches get in, and sees to it that the journal is emptied. */
async function follow(): Promise<void> {
  again = true;
  if (running) return;
  running = true;
  while (again && !stopped) {
    again = false;
    const pause = await catchUp();
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  running = false;
}

/** @returns how long to rest afterwards, in milliseconds. @throws where the index must be made anew, by a new thread */
async function catchUp(): Promise<number> {
  try {
    while (!stopped && index.step()) await new Promise((resolve) => setImmediate(resolve));
    while (!stopped && rollup.step()) await new Promise((resolve) => setImmediate(resolve));
    if (stopped) return 0;
    if (!isCheckpointDue) setTimeout(checkpoint, Math.max(0, checkpointedAt + CHECKPOINT_MS - Date.now()));
    isCheckpointDue = true;
    return REST_MS;
  } catch (error) {
    if (classify(error) === 'damaged') {
      index.discard();
      rollup.discard();
      throw error;
    }
    again = true;
    return 5_000;
  }
}

/** PASSIVE never makes the writer wait; what a reader still needs is left for the next time. */
function checkpoint(): void {
  isCheckpointDue = false;
  if (stopped) return;
  try {
    checkpointer.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    // Another one is at it, or the disk is full, which the writer tells: the next commit leads here again.
  }
  checkpointedAt = Date.now();
}

serveParent<Record<never, never>, SearchFunctions>({
  follow: () => void follow(),
  search({ query, before, limit }, meant = []) {
    const seqs = index.find(query, before, limit + 1);
    const isFirst = before === undefined;
    return {
      events: reader.eventsBySeq(seqs.slice(0, limit)),
      more: seqs.length > limit,
      sessions: isFirst ? reader.sessionsByNumber(index.findSessions(query, meant, MOST_SESSIONS)) : [],
      deliveries: isFirst ? findDeliveries(query) : [],
    };
  },
  insights(question) {
    // Deliveries are counted once they are settled, and after the last commit nobody else comes to do it.
    rollup.step();
    return insights(question);
  },
  indexedSeq: () => index.cursor(),
  prune: () => {
    index.prune();
    rollup.prune();
    // What was removed is in the journal too.
    void follow();
  },
  close() {
    stopped = true;
    index.close();
    rollup.close();
    db.close();
    checkpointer.close();
  },
});
void follow();
