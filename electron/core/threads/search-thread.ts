import { workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { openReader } from '../store/open.ts';
import { createReader } from '../store/reader.ts';
import { openSearchIndex } from '../store/search-index.ts';
import { classify } from '../store/sqlite-error.ts';
import type { SearchFunctions } from './contract.ts';
import { serveParent } from './rpc.ts';

/** What may take its time: the search index, searches, and moving the journal into the database file. */

const { files } = workerData as { files: { main: string; search: string } };
const db = openReader(files.main);
const reader = createReader(db);
const index = openSearchIndex(files.search, db, reader.storeId);
/** Checkpoints need a connection that may write; it writes nothing else. */
const checkpointer = new Database(files.main, { timeout: 0 });
checkpointer.pragma('wal_autocheckpoint = 0');

let running = false;
let again = false;

/** Indexes what is new, in steps between which searches get in, then checkpoints. */
async function follow(): Promise<void> {
  again = true;
  if (running) return;
  running = true;
  while (again) {
    again = false;
    const pause = await catchUp();
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  running = false;
}

/** @returns how long to rest afterwards, in milliseconds. @throws where the index must be made anew, by a new thread */
async function catchUp(): Promise<number> {
  try {
    while (index.step()) await new Promise((resolve) => setImmediate(resolve));
    checkpoint();
    return 100;
  } catch (error) {
    if (classify(error) === 'damaged') {
      index.discard();
      throw error;
    }
    again = true;
    return 5_000;
  }
}

/** PASSIVE never makes the writer wait; a busy one is simply tried again later. */
function checkpoint(): void {
  try {
    checkpointer.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    again = true;
  }
}

serveParent<Record<never, never>, SearchFunctions>({
  follow: () => void follow(),
  search({ query, before, limit }) {
    const seqs = index.find(query, before, limit + 1);
    return { events: reader.eventsBySeq(seqs.slice(0, limit)), more: seqs.length > limit };
  },
  indexedSeq: () => index.cursor(),
  prune: () => {
    index.prune();
    // What was removed is in the journal too.
    void follow();
  },
});
void follow();
