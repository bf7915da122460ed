import type { Door } from '../intake/intake.ts';
import type { Wish } from '../receiver/listen.ts';
import type {
  MainFunctions,
  Opened,
  ReceiveFunctions,
  ReceiveLimits,
  ReceiveSetup,
  ReceiveThreadData,
} from './contract.ts';
import { startThread, type Thread } from './rpc.ts';

export interface ReceiveListeners extends MainFunctions {
  /** The thread has died of an error; it is being started again. */
  died(error: Error): void;
  /** @param lastSeq the last `seq` that was committed before it died */
  revived(lastSeq: number): void;
  /** It could not be started again; that is tried on, after growing pauses. */
  lost(error: Error): void;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 60_000;

/**
 * The receive thread seen from the main thread. It holds the data folder; when it dies it is started again at once
 * and told again what it must know.
 * @throws AppError `folder_in_use`
 */
export async function startReceiveHost(entry: URL, data: ReceiveThreadData, listeners: ReceiveListeners) {
  const { died, revived, lost, ...functions } = listeners;
  let running = false;
  let doors: Door[] = [];
  let publicHost: string | null = null;
  let setup: ReceiveSetup;
  let port: number | undefined;
  /** Ends the pauses between attempts to start the thread again. */
  const stop = new AbortController();
  let reviving: Promise<void> | undefined;
  let thread = await start();

  async function start(): Promise<Thread<ReceiveFunctions>> {
    const next = startThread<ReceiveFunctions, MainFunctions>(entry, data, functions, (error) => {
      if (!running || next !== thread) return;
      running = false;
      if (stop.signal.aborted) return;
      died(error);
      reviving = revive();
    });
    try {
      await next.ask.lock();
      return next;
    } catch (error) {
      await next.terminate();
      throw error;
    }
  }

  async function revive(): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !stop.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        await tryToRevive();
        return;
      } catch (error) {
        await thread.terminate();
        if (pause === FIRST_PAUSE_MS && !stop.signal.aborted) lost(error as Error);
        await rest(pause, stop.signal);
      }
    }
  }

  async function tryToRevive(): Promise<void> {
    await thread.ended;
    thread = await start();
    const { setAside, lastSeq } = await thread.ask.open(setup);
    if (setAside !== undefined) listeners.setAside(setAside);
    // Before it listens: a vendor that hears 404 may give up.
    await thread.ask.setDoors(doors);
    await thread.ask.setPublicHost(publicHost);
    if (port !== undefined) await thread.ask.listen({ port, explicit: true, ...receiverPort });
    running = true;
    revived(lastSeq);
    // What changed meanwhile was only noted.
    thread.tell('setDoors', doors);
    thread.tell('setPublicHost', publicHost);
    thread.tell('setLimits', setup.limits);
  }

  return {
    ask: () => thread.ask,

    /** @throws AppError `store_newer` */
    async open(wanted: ReceiveSetup): Promise<Opened> {
      setup = wanted;
      const opened = await thread.ask.open(setup);
      running = true;
      return opened;
    },

    /** While the thread is being started again, it learns them then. */
    async setDoors(next: Door[]): Promise<void> {
      doors = next;
      if (running) await thread.ask.setDoors(next);
    },

    /** @param host of the public address, with its port where it is not the usual one */
    setPublicHost(host: string | null): void {
      publicHost = host;
      if (running) thread.tell('setPublicHost', host);
    },

    setLimits(limits: ReceiveLimits): void {
      setup = { ...setup, limits };
      if (running) thread.tell('setLimits', limits);
    },

    /** @returns the port. @throws AppError `port_taken` */
    async listen(wish: Pick<Wish, 'port' | 'explicit'>): Promise<number> {
      port = await thread.ask.listen({ ...wish, ...receiverPort });
      return port;
    },

    async beginStop(): Promise<void> {
      stop.abort();
      // A thread that dies now has nothing left to refuse.
      if (running) await thread.ask.beginStop().catch(() => undefined);
    },

    async close(): Promise<void> {
      stop.abort();
      await reviving;
      // What cannot be closed properly ends with the thread, and its lock with it.
      if (running) await thread.ask.close().catch(() => undefined);
      await thread.terminate();
    },
  };
}

const receiverPort = { name: 'the receiver', option: '--receiver-port' };

export type ReceiveHost = Awaited<ReturnType<typeof startReceiveHost>>;

/** Waits, but not past the signal. */
function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
