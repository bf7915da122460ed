import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

const SOCKETS = 4;

/**
 * A localtunnel server on 127.0.0.1. `GET /?new` or `/<name>` gives `{id, port, max_conn_count, url}`; the client then
 * holds plain TCP sockets to that port, and each call to the public address is written into one of them, byte for byte.
 * Every name has a public port of its own, which it keeps over a restart.
 */
export async function startTunnelServer(wantedPort = 0) {
  const publicPorts = new Map<string, number>();
  const tunnels = new Map<string, Awaited<ReturnType<typeof openTunnel>>>();
  let http: HttpServer;
  let port = wantedPort;
  let made = 0;
  let status: number | undefined;
  let renames = false;
  let isSilent = false;
  const apiSockets = new Set<Socket>();

  async function answer(url: string): Promise<{ status: number; body: object } | undefined> {
    if (isSilent) return undefined;
    if (status !== undefined) return { status, body: { message: 'refused' } };
    const asked = /^\/([a-z0-9][a-z0-9-]{2,61}[a-z0-9])$/.exec(url)?.[1];
    made++;
    const isFree = asked !== undefined && !tunnels.has(asked) && !renames;
    const name = isFree ? asked : `random-${made}-${Math.random().toString(36).slice(2, 8)}`;
    const tunnel = await openTunnel(publicPorts.get(name) ?? 0, () => isSilent);
    tunnels.set(name, tunnel);
    publicPorts.set(name, tunnel.publicPort);
    tunnel.onEmpty(() => {
      if (tunnels.get(name) === tunnel) tunnels.delete(name);
      tunnel.close();
    });
    const body = {
      id: name,
      port: tunnel.port,
      max_conn_count: SOCKETS,
      url: `http://127.0.0.1:${tunnel.publicPort}`,
    };
    return { status: 200, body };
  }

  async function listen(): Promise<void> {
    http = createHttpServer(async (request, response) => {
      const said = await answer(request.url ?? '');
      if (!said) return;
      response.writeHead(said.status, { 'content-type': 'application/json' }).end(JSON.stringify(said.body));
    });
    http.on('connection', (socket) => {
      apiSockets.add(socket);
      socket.on('error', () => undefined).on('close', () => apiSockets.delete(socket));
    });
    await listenOn(http, port);
    port = (http.address() as AddressInfo).port;
  }

  async function stop(): Promise<void> {
    for (const tunnel of tunnels.values()) tunnel.close();
    tunnels.clear();
    for (const socket of apiSockets) socket.destroy();
    await new Promise((resolve) => http.close(resolve));
  }

  await listen();
  return {
    url: `http://127.0.0.1:${port}`,
    /** Tunnels handed out since the start. */
    made: () => made,
    /** Names with a client behind them. */
    open: () => [...tunnels.keys()],
    /** As when it is killed: every socket ends, the port refuses. */
    stop,
    /** On the same port, without any tunnel of before. */
    restart: listen,
    /** Goes on accepting, and never answers; what is open stays open. */
    silence(on: boolean): void {
      isSilent = on;
    },
    /** Ends every socket of every client. */
    reset(): void {
      for (const tunnel of tunnels.values()) tunnel.reset();
    },
    /** Answers who asks for a tunnel with this status; undefined: no longer. */
    refuse(with_: number | undefined): void {
      status = with_;
    },
    /** Gives everybody another name than asked for. */
    rename(on: boolean): void {
      renames = on;
    },
    async close(): Promise<void> {
      if (http.listening) await stop();
    },
  };
}

export type TunnelServer = Awaited<ReturnType<typeof startTunnelServer>>;

/** One name: a port for the client's sockets, and a port that the world sees. */
async function openTunnel(wantedPublicPort: number, isSilent: () => boolean) {
  const idle: Socket[] = [];
  const waiting: Socket[] = [];
  const all = new Set<Socket>();
  let empty: (() => void) | undefined;
  let clients = 0;

  function keep(socket: Socket): void {
    all.add(socket);
    socket.on('error', () => undefined).on('close', () => all.delete(socket));
  }

  function pair(caller: Socket, client: Socket): void {
    caller.pipe(client);
    client.pipe(caller);
    caller.on('close', () => client.destroy());
    client.on('close', () => caller.destroy());
  }

  const inner = createServer((client) => {
    keep(client);
    clients++;
    client.on('close', () => {
      const at = idle.indexOf(client);
      if (at >= 0) idle.splice(at, 1);
      clients--;
      // A client that closed one opens another at once; one that is gone does not.
      setTimeout(() => clients === 0 && empty?.(), 250).unref();
    });
    const caller = waiting.shift();
    if (caller && !caller.destroyed) pair(caller, client);
    else idle.push(client);
  });
  const outer = createServer({ pauseOnConnect: true }, (caller) => {
    keep(caller);
    if (isSilent()) return;
    const client = idle.shift();
    // Who waits is not read from: its bytes are for the client that comes.
    if (client) pair(caller, client);
    else waiting.push(caller);
  });
  await listenOn(inner, 0);
  await listenOn(outer, wantedPublicPort);
  const reset = () => {
    for (const socket of all) socket.resetAndDestroy();
  };
  return {
    port: (inner.address() as AddressInfo).port,
    publicPort: (outer.address() as AddressInfo).port,
    reset,
    onEmpty(fn: () => void): void {
      empty = fn;
      // Of a client that was gone before its first socket came, no end is heard.
      setTimeout(() => clients === 0 && fn(), 3000).unref();
    },
    close(): void {
      reset();
      inner.close();
      outer.close();
    },
  };
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
