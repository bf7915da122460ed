import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import type { Counters } from '../../../shared/status.ts';
import { type Answer, answers, toHttp } from './answer.ts';
import { firstFreePort, listenOn, type Wish } from './listen.ts';
import type { PathProof } from './path-proof.ts';
import { announcedLength, readBody } from './read-body.ts';

/** One HTTP call, whole. */
export interface ReceivedCall {
  /** Header lines in the order of the wire. */
  headers: [name: string, value: string][];
  body: Buffer;
  /** When its last byte was here: milliseconds since the epoch. */
  receivedAt: number;
}

/**
 * Takes one call to a known endpoint. @param answer sends the answer at once and returns how long it took since the
 * call began, in microseconds.
 */
export type Accept = (call: ReceivedCall, answer: (answer: Answer) => number) => void;

export interface ReceiverOptions {
  /** The endpoint behind a key; undefined where there is none or it is disabled. */
  find(key: string): Accept | undefined;
  proof: PathProof;
  maxBodyBytes(): number;
  counters: Counters;
  /** Milliseconds for all headers, and for the whole request. */
  headersTimeout?: number;
  requestTimeout?: number;
}

export type Receiver = ReturnType<typeof createReceiver>;

const MAX_HEADER_BYTES = 16 * 1024;
const ALIVE = 'This Greenroom endpoint is alive. Vendors deliver to it by POST.\n';

/** From the internet to deliveries: knows HTTP, and nothing of vendors. Refuses in the order of cost. */
export function createReceiver(options: ReceiverOptions) {
  const { counters, proof } = options;
  const open = new Map<ServerResponse, () => void>();
  let stopping = false;

  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const began = performance.now();
    const answer = (what: Answer): number => {
      send(response, what);
      return Math.round((performance.now() - began) * 1000);
    };
    if (stopping) return void answer(answers.stopping);

    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const nonce = /^\/healthz\/([0-9a-f]{32})$/.exec(path)?.[1];
    if (nonce !== undefined) return void answer(health(request, nonce));
    const accept = options.find(/^\/hooks\/([\w-]{1,100})$/.exec(path)?.[1] ?? '');
    if (!accept) {
      if (path.startsWith('/hooks/')) counters.unknownKey++;
      return void answer(answers.notFound);
    }
    if (request.method === 'GET' || request.method === 'HEAD') {
      return void answer({
        status: 200,
        body: ALIVE,
        headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      });
    }
    if (request.method !== 'POST') return void answer(answers.methodNotAllowed);
    void take(request, response, accept, answer);
  };

  function health(request: IncomingMessage, nonce: string): Answer {
    const body = request.method === 'GET' ? proof.answer(nonce) : undefined;
    if (body === undefined) return answers.notFound;
    return { status: 200, body, headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } };
  }

  async function take(
    request: IncomingMessage,
    response: ServerResponse,
    accept: Accept,
    answer: (what: Answer) => number,
  ): Promise<void> {
    const limit = options.maxBodyBytes();
    if ((announcedLength(request) ?? 0) > limit) {
      counters.tooLarge++;
      refuseBody(request, response, answers.tooLarge);
      return;
    }
    // Asked for only once the call is worth its body.
    if (/^100-continue$/i.test(request.headers.expect ?? '')) response.writeContinue();
    open.set(response, () => refuseBody(request, response, answers.stopping));
    const body = await readBody(request, limit);
    open.delete(response);
    if (response.headersSent || body === 'aborted') return;
    if (body === 'too-large') {
      counters.tooLarge++;
      refuseBody(request, response, answers.tooLarge);
      return;
    }
    accept({ headers: headerLines(request), body, receivedAt: Date.now() }, answer);
  }

  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, requireHostHeader: false }, handle);
  server.on('checkContinue', handle);
  // An expectation that we do not know is no reason to lose a delivery.
  server.on('checkExpectation', handle);
  server.maxHeadersCount = 0;
  server.headersTimeout = options.headersTimeout ?? 5_000;
  server.requestTimeout = options.requestTimeout ?? 10_000;
  server.keepAliveTimeout = 65_000;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const what = refusalFor(error);
    if (what === answers.headersTooLarge) counters.headersTooLarge++;
    if (what === answers.tooSlow) counters.tooSlow++;
    if (socket.writable) socket.end(toHttp(what), () => socket.destroy());
    else socket.destroy();
  });

  /** Loopback by IPv6 too, where the machine has it: a tunnel client may connect to `localhost` either way. */
  const byIPv6 = createSocketServer((socket) => server.emit('connection', socket));

  return {
    /** @returns the port. @throws AppError `port_taken` */
    listen(wish: Wish): Promise<number> {
      return firstFreePort(wish, async (port) => {
        const found = await listenOn(server, '127.0.0.1', port);
        try {
          await listenOn(byIPv6, '::1', found);
        } catch (error) {
          const { code } = error as NodeJS.ErrnoException;
          if (code === 'EAFNOSUPPORT' || code === 'EADDRNOTAVAIL') return found;
          await new Promise((resolve) => server.close(resolve));
          throw error;
        }
        return found;
      });
    },

    /** New calls, and those whose body is still on its way, get 503 from now on. What was accepted is answered as usual. */
    beginStop(): void {
      stopping = true;
      for (const refuse of open.values()) refuse();
      server.closeIdleConnections();
    },

    async close(): Promise<void> {
      if (!server.listening) return;
      byIPv6.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), 250);
      await closed;
      clearTimeout(cut);
    },
  };
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}

/** Answers before the body is through, then lets the sender read that answer before the connection goes. */
function refuseBody(request: IncomingMessage, response: ServerResponse, what: Answer): void {
  send(response, what);
  request.removeAllListeners('data');
  request.resume();
  const cut = setTimeout(() => request.socket.destroy(), 1_000);
  request.socket.once('close', () => clearTimeout(cut));
}

function refusalFor(error: NodeJS.ErrnoException): Answer {
  if (error.code === 'HPE_HEADER_OVERFLOW') return answers.headersTooLarge;
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return answers.tooSlow;
  return answers.badRequest;
}

function headerLines({ rawHeaders }: IncomingMessage): [string, string][] {
  const lines: [string, string][] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    lines.push([rawHeaders[i] as string, rawHeaders[i + 1] as string]);
  }
  return lines;
}
