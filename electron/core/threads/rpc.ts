import { parentPort, Worker } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import { AppError, type Reply } from '../../../shared/errors.ts';

/** Functions of one thread that another may call: JSON in and out. */
export type Functions = Record<string, (...args: never[]) => unknown>;

/** How a thread's functions look from the other side. */
export type Remote<F extends Functions> = {
  [Name in keyof F]: (...args: Parameters<F[Name]>) => Promise<Awaited<ReturnType<F[Name]>>>;
};

type Replying<F extends Functions> = {
  [Name in keyof F]: (...args: Parameters<F[Name]>) => Promise<Reply<Awaited<ReturnType<F[Name]>>>>;
};

/** An error crosses threads as data, since a class would lose its code on the way. */
function replying<F extends Functions>(functions: F): Replying<F> {
  const wrap =
    (fn: (...args: never[]) => unknown) =>
    async (...args: never[]): Promise<Reply<unknown>> => {
      try {
        return { ok: true, value: await fn(...args) };
      } catch (error) {
        const code = error instanceof AppError ? error.code : 'internal';
        return {
          ok: false,
          error: { code, message: error instanceof Error ? error.message : String(error) },
        };
      }
    };
  return Object.fromEntries(
    Object.entries(functions).map(([name, fn]) => [name, wrap(fn)]),
  ) as unknown as Replying<F>;
}

interface Port {
  postMessage(data: unknown): void;
  on(event: 'message', fn: (data: unknown) => void): unknown;
}

export interface Link<Theirs extends Functions> {
  /** Calls a function of the other side; rejects with its AppError. */
  ask: Remote<Theirs>;
  /** The same without waiting for an answer; lost where there is nobody to hear it. */
  tell<Name extends keyof Theirs & string>(name: Name, ...args: Parameters<Theirs[Name]>): void;
  /** Open calls and later ones are rejected with this. */
  close(reason: AppError): void;
}

function link<Theirs extends Functions, Ours extends Functions>(port: Port, ours: Ours): Link<Theirs> {
  const rpc = createBirpc<Record<string, (...args: unknown[]) => unknown>, Replying<Ours>>(replying(ours), {
    post: (data) => port.postMessage(data),
    on: (fn) => port.on('message', fn),
    // Text crosses threads several times faster than a structured clone of many small objects.
    serialize: (message) => JSON.stringify(message, errorsAsText),
    deserialize: JSON.parse,
    timeout: 60_000,
  });
  let closed: AppError | undefined;
  const ask = new Proxy({} as Remote<Theirs>, {
    get: (_, name) => {
      // A proxy that answers to `then` would be taken for a promise.
      if (typeof name !== 'string' || name === 'then') return undefined;
      return async (...args: unknown[]) => {
        if (closed) throw closed;
        const reply = (await rpc.$call(name, ...args).catch(asError)) as Reply<unknown>;
        if (reply.ok) return reply.value;
        throw new AppError(reply.error.code, reply.error.message);
      };
    },
  });
  return {
    ask,
    tell(name, ...args) {
      if (!closed) void rpc.$callEvent(name, ...args);
    },
    close(reason) {
      closed = reason;
      rpc.$close(reason);
    },
  };
}

/** JSON would leave nothing of an error. */
function errorsAsText(_: string, value: unknown): unknown {
  return value instanceof Error ? value.message : value;
}

function asError(error: unknown): never {
  throw error instanceof Error ? error : new AppError('internal', String(error));
}

/** Inside a worker thread: offers `ours` and reaches the thread that started it. */
export function serveParent<Theirs extends Functions, Ours extends Functions>(ours: Ours): Link<Theirs> {
  const port = parentPort;
  if (!port) throw new Error('Only a worker thread has a parent.');
  return link<Theirs, Ours>(
    { postMessage: (data) => port.postMessage(data), on: (_, fn) => port.on('message', fn) },
    ours,
  );
}

export interface Thread<Theirs extends Functions> extends Link<Theirs> {
  /** Settles when the thread has ended. */
  ended: Promise<void>;
  terminate(): Promise<unknown>;
}

/**
 * Starts a worker thread from its built entry file and offers it `ours`.
 * @param failed called once when the thread ends, of an error or by itself, without being asked to; its open calls are
 * rejected
 */
export function startThread<Theirs extends Functions, Ours extends Functions>(
  entry: URL,
  workerData: unknown,
  ours: Ours,
  failed: (error: Error) => void,
): Thread<Theirs> {
  const worker = new Worker(entry, { workerData });
  const there = link<Theirs, Ours>(
    { postMessage: (data) => worker.postMessage(data), on: (_, fn) => worker.on('message', fn) },
    ours,
  );
  let asked = false;
  const ended = new Promise<void>((resolve) => {
    let cause: Error | undefined;
    worker.on('error', (error) => {
      cause = error as Error;
    });
    worker.on('exit', (code) => {
      const error = cause ?? new Error(`It ended with code ${code}.`);
      there.close(new AppError('not_available', `A thread of Greenroom has ended: ${error.message}`));
      resolve();
      if (!asked) failed(error);
    });
  });
  const terminate = () => {
    asked = true;
    return worker.terminate();
  };
  return { ...there, ended, terminate };
}
