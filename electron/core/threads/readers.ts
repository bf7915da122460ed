import type { ThreadEntries } from '../ports.ts';
import type { ReadFunctions, SearchFunctions } from './contract.ts';
import { type Functions, startThread, type Thread } from './rpc.ts';

const LONGEST_PAUSE_MS = 60_000;

/** A thread that is started again when it dies, after a growing pause. */
function kept<F extends Functions>(
  start: (failed: (error: Error) => void) => Thread<F>,
  died: (error: Error) => void,
) {
  let pause = 250;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let thread = begin();

  function begin(): Thread<F> {
    return start((error) => {
      died(error);
      if (stopped) return;
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
  entries: ThreadEntries,
  files: { main: string; search: string },
  died: (error: Error) => void,
): Readers {
  const start = () => ({
    read: kept(
      (failed) => startThread<ReadFunctions, Functions>(entries.read, { file: files.main }, {}, failed),
      died,
    ),
    search: kept(
      (failed) => startThread<SearchFunctions, Functions>(entries.search, { files }, {}, failed),
      died,
    ),
  });
  let threads = start();
  const stop = async () => {
    await Promise.all([threads.read.stop(), threads.search.stop()]);
  };
  return {
    read: () => threads.read.thread(),
    search: () => threads.search.thread(),
    stop,
    async restart() {
      await stop();
      threads = start();
    },
  };
}
