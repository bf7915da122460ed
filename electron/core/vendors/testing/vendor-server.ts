import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** How the next calls go wrong, instead of being answered. */
export type Fault =
  | { status: number; body?: string; retryAfter?: string }
  | { html: true }
  | { hang: true }
  | { reset: true };

export interface Seen {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Answer = { status?: number; json?: unknown };

/**
 * An HTTP API of a made-up vendor on 127.0.0.1, with faults on command. `handle` does what the call asks for; `around`
 * is told before and after it, so that a test can end the app exactly there.
 */
export async function startVendorServer(handle: (call: Seen) => Answer | Promise<Answer>) {
  const seen: Seen[] = [];
  const faults: { left: number; matches: (call: Seen) => boolean; fault: Fault; done: boolean }[] = [];
  const sockets = new Set<Socket>();
  let delay = 0;
  let around: ((when: 'before' | 'after', call: Seen) => void | Promise<void>) | undefined;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', 'http://x');
    const call: Seen = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    seen.push(call);
    const found = faults.find(({ left, matches }) => left > 0 && matches(call));
    if (found) {
      found.left--;
      // Some faults come after the work was done.
      if (found.done) await handle(call);
      return fail(response, found.fault);
    }
    await around?.('before', call);
    const { status = 200, json } = await handle(call);
    await around?.('after', call);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(json === undefined ? '' : JSON.stringify(json));
  }

  function fail(response: ServerResponse, fault: Fault): void {
    if ('hang' in fault) return;
    if ('reset' in fault) return void response.socket?.resetAndDestroy();
    if ('html' in fault) {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Welcome</h1>');
      return;
    }
    const { status, body = '{"message":"no"}', retryAfter } = fault;
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
      ...(status >= 300 && status < 400 && { location: 'http://127.0.0.1:1/' }),
    });
    response.end(body);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.socket?.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    /** @param done the call is carried out all the same */
    fail(fault: Fault, { times = 1, method, path, done = false }: FailWhen = {}): void {
      const matches = (call: Seen) =>
        (method === undefined || call.method === method) && (path === undefined || path.test(call.path));
      faults.push({ left: times, matches, fault, done });
    },
    heal: () => void faults.splice(0),
    /** Every answer takes so long; milliseconds. */
    slow(ms: number): void {
      delay = ms;
    },
    onCall(fn: typeof around): void {
      around = fn;
    },
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface FailWhen {
  times?: number;
  method?: string;
  path?: RegExp;
  done?: boolean;
}

/** One delivery over a connection of its own. @returns the status, or null where there was no answer in time */
export function post(
  url: string,
  headers: Record<string, string>,
  body: Buffer,
  limit: number,
  pieces: readonly Buffer[] = [body],
): Promise<number | null> {
  return new Promise((resolve) => {
    const call = httpRequest(
      url,
      {
        method: 'POST',
        agent: false,
        headers: { 'content-type': 'application/json', ...headers, 'content-length': body.length },
        signal: AbortSignal.timeout(limit),
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? null));
        response.on('error', () => resolve(null));
      },
    );
    call.on('error', () => resolve(null));
    void (async () => {
      for (const piece of pieces) {
        // Each in a segment of its own.
        if (!call.destroyed) await new Promise((written) => call.write(piece, () => setImmediate(written)));
      }
      call.end();
    })();
  });
}
