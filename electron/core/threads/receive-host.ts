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
  revived(): void;
  /** It could not be started again. */
  lost(error: Error): void;
}

/**
 * The receive thread seen from the main thread. It holds the data folder; when it dies it is started again at once
 * and told again what it must know.
 * @throws AppError `folder_in_use`
 */
export async function startReceiveHost(entry: URL, data: ReceiveThreadData, listeners: ReceiveListeners) {
  const { died, revived, lost, ...functions } = listeners;
  let running = false;
  let stopping = false;
  let doors: Door[] = [];
  let setup: ReceiveSetup;
  let port: number | undefined;
  let thread = await start();

  async function start(): Promise<Thread<ReceiveFunctions>> {
    const next = startThread<ReceiveFunctions, MainFunctions>(entry, data, functions, (error) => {
      if (stopping || !running) return;
      running = false;
      died(error);
      void revive();
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
    try {
      await thread.ended;
      thread = await start();
      await thread.ask.open(setup);
      await thread.ask.setDoors(doors);
      if (port !== undefined) await thread.ask.listen({ port, explicit: true, ...receiverPort });
      running = true;
      revived();
    } catch (error) {
      lost(error as Error);
    }
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

    async setDoors(next: Door[]): Promise<void> {
      doors = next;
      await thread.ask.setDoors(next);
    },

    setLimits(limits: ReceiveLimits): void {
      setup = { ...setup, limits };
      thread.tell('setLimits', limits);
    },

    /** @returns the port. @throws AppError `port_taken` */
    async listen(wish: Pick<Wish, 'port' | 'explicit'>): Promise<number> {
      port = await thread.ask.listen({ ...wish, ...receiverPort });
      return port;
    },

    async beginStop(): Promise<void> {
      stopping = true;
      if (running) await thread.ask.beginStop();
    },

    async close(): Promise<void> {
      stopping = true;
      if (running) await thread.ask.close();
      await thread.terminate();
    },
  };
}

const receiverPort = { name: 'the receiver', option: '--receiver-port' };

export type ReceiveHost = Awaited<ReturnType<typeof startReceiveHost>>;
