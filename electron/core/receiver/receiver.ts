import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocketServer, type Socket } from 'node:net';
import type { Counters } from '../../../shared/status.ts';
import { type Answer, answers, headersOf, toHttp } from './answer.ts';
import { closeGently, ignoreInput } from './close-gently.ts';
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
/** A connection on which nothing ever came. */
const UNUSED_MS = 60 * 60_000;
const ALIVE = 'This Greenroom endpoint is alive. Vendors deliver to it by POST.\n';

/** From the internet to deliveries: knows HTTP, and nothing of vendors. Refuses in the order of cost. */
export function createReceiver(options: ReceiverOptions) {
  const { counters, proof } = options;
  /** Calls whose body is still on its way. */
  const open = new Set<ServerResponse>();
  /** The answer to the last call of each connection: what comes after it must wait for it. */
  const last = new WeakMap<Socket, ServerResponse>();
  let stopping = false;

  /** @param waits the sender holds its body back until it hears `100 Continue` */
  function handle(request: IncomingMessage, response: ServerResponse, waits = false): void {
    // Nobody would hear the answer: the connection was refused before this call.
    if (!request.socket.writable) return;
    last.set(request.socket, response);
    const began = performance.now();
    const answer = (what: Answer): number => {
      // Refused, the sender may send its body or not: what follows on this connection could be either.
      if (waits || stopping) response.shouldKeepAlive = false;
      send(response, what);
      return Math.round((performance.now() - began) * 1000);
    };
    if (stopping) return void answer(answers.stopping);

    const path = pathOf(request.url ?? '');
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
    if ((announcedLength(request) ?? 0) > options.maxBodyBytes()) {
      counters.tooLarge++;
      return void answer(answers.tooLarge);
    }
    // Asked for only once the call is worth its body.
    if (waits) response.writeContinue();
    waits = false;
    void take(request, response, accept, answer);
  }

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
    open.add(response);
    const body = await readBody(request, options.maxBodyBytes());
    open.delete(response);
    if (response.headersSent || body === 'aborted') return;
    if (body === 'too-large') {
      counters.tooLarge++;
      answer(answers.tooLarge);
      return;
    }
    try {
      accept({ headers: headerLines(request), body, receivedAt: Date.now() }, answer);
    } catch (error) {
      // One call that nobody foresaw must not end the thread that all others wait for.
      process.emitWarning(error as Error);
      answer(answers.notNow);
    }
  }

  const headersTimeout = options.headersTimeout ?? 5_000;
  const requestTimeout = options.requestTimeout ?? 10_000;
  const server = createServer({
    maxHeaderSize: MAX_HEADER_BYTES,
    requireHostHeader: false,
    headersTimeout,
    requestTimeout,
    keepAliveTimeout: 65_000,
    // Node looks for slow senders only this often, by itself every 30 s.
    connectionsCheckingInterval: Math.min(500, headersTimeout, requestTimeout),
  });
  // A sender that has closed its own side after the call still gets its answer.
  Object.assign(server, { httpAllowHalfOpen: true });
  server.maxHeadersCount = 0;
  server.on('connection', (socket) => {
    socket.setTimeout(UNUSED_MS, () => {
      if (socket.bytesRead === 0) socket.destroy();
    });
    // What Node calls after an answer with `Connection: close`, while the body may still be coming.
    socket.destroySoon = () => closeGently(socket);
  });
  server.on('request', (request, response) => handle(request, response));
  server.on('checkContinue', (request, response) => handle(request, response, true));
  // An expectation that we do not know is no reason to lose a delivery.
  server.on('checkExpectation', (request, response) => handle(request, response));
  server.on('clientError', (error: NodeJS.ErrnoException, duplex) => {
    const socket = duplex as Socket;
    if (!socket.writable) return;
    // Nothing was sent yet, so nothing is slow. A tunnel opens connections long before there is a call for them; from
    // the first byte on, Node counts anew.
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && socket.bytesRead === 0) return;
    const what = refusalFor(error);
    if (what === answers.headersTooLarge) counters.headersTooLarge++;
    if (what === answers.tooSlow) counters.tooSlow++;
    ignoreInput(socket);
    const before = last.get(socket);
    const refuse = () => closeGently(socket, toHttp(what));
    if (!before) refuse();
    else if (before.req.complete) before.closed ? refuse() : before.once('close', refuse);
    else if (before.headersSent) closeGently(socket);
    else send(before, what);
  });

  /** Loopback by IPv6 too, where the machine has it: a tunnel client may connect to `localhost` either way. */
  const byIPv6 = createSocketServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
    server.emit('connection', socket),
  );

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
      for (const response of open) send(response, answers.stopping);
      server.closeIdleConnections();
    },

    async close(): Promise<void> {
      if (!server.listening) return;
      const closed = [server, byIPv6].map((one) => new Promise((resolve) => one.close(resolve)));
      const cut = setTimeout(() => server.closeAllConnections(), 250);
      await Promise.all(closed);
      clearTimeout(cut);
    },
  };
}

function send(response: ServerResponse, answer: Answer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(answer.status, headersOf(answer));
  response.end(answer.body);
}

/** The path of a request-target, which may also be a whole URL: https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2 */
function pathOf(target: string): string {
  return target.replace(/^https?:\/\/[^/?]*/i, '').split('?', 1)[0] ?? '';
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
