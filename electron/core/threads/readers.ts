import { setTimeout as rest } from 'node:timers/promises';
import type { ThreadEntries } from '../ports.ts';
import type { ReadFunctions, SearchFunctions } from './contract.ts';
import { type Functions, startThread, type Thread } from './rpc.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 60_000;
/** A search may be at it; it is not waited for beyond this. */
const CLOSING_MS = 2_000;

/** A thread that is started again when it dies, after a pause that grows while it keeps dying. */
function kept<F extends Functions>(
  start: (failed: (error: Error) => void) => Thread<F>,
  close: (thread: Thread<F>) => Promise<unknown>,
  died: (error: Error) => void,
) {
  let pause = FIRST_PAUSE_MS;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let thread = begin();

  function begin(): Thread<F> {
    const began = Date.now();
    return start((error) => {
      died(error);
      if (stopped) return;
      if (Date.now() - began > LONGEST_PAUSE_MS) pause = FIRST_PAUSE_MS;
      timer = setTimeout(() => {
        thread = begin();
      }, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    });
  }

  return {
    thread: () => thread,
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      // A thread that is ended inside a call of SQLite can take the whole process with it.
      await Promise.race([close(thread).catch(() => undefined), rest(CLOSING_MS, undefined, { ref: false })]);
      await thread.terminate();
    },
  };
}

export interface Readers {
  read(): Thread<ReadFunctions>;
  search(): Thread<SearchFunctions>;
  /** Opens the files anew, after another store has taken the place of a damaged one. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The two threads that read: one for pages, one for what may take its time. */
export function startReaders(
  entries: Pick<ThreadEntries, 'read' | 'search'>,
  files: { main: string; search: string; insights: string },
  died: (error: Error) => void,
): Readers {
  const start = () => ({
    read: kept(
      (failed) => startThread<ReadFunctions, Functions>(entries.read, { file: files.main }, {}, failed),
      (thread) => thread.ask.close(),
      died,
    ),
    search: kept(
      (failed) => startThread<SearchFunctions, Functions>(entries.search, { files }, {}, failed),
      (thread) => thread.ask.close(),
      died,
    ),
  });
  let threads = start();
  let restarting = Promise.resolve();
  let stopped = false;
  const end = async () => {
    await Promise.all([threads.read.stop(), threads.search.stop()]);
  };
  return {
    read: () => threads.read.thread(),
    search: () => threads.search.thread(),
    /** One after the other: two at once would each start threads, and one pair would never be stopped. */
    restart() {
      restarting = restarting.then(async () => {
        if (stopped) return;
        await end();
        threads = start();
      });
      return restarting;
    },
    async stop() {
      stopped = true;
      await restarting;
      await end();
    },
  };
}
