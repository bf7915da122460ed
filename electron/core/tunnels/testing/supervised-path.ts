import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Tunnel, TunnelError, type TunnelProvider } from '../tunnel.ts';

/** How the public side answers. `silent`: it accepts, and no more; `own`: as the receiver would. */
export type Manner = 'own' | 'silent' | 'reset' | 'not-found' | 'bad-gateway' | 'stranger';

/** What a receiver answers to a nonce. */
export const answerTo = (nonce: string): string => `answer to ${nonce}`;

/**
 * A tunnel server and the receiver behind it in one: real HTTP on 127.0.0.1, each tunnel a path of its own, to be broken
 * in every way. Its provider asks for nothing that a real one would not.
 */
export async function startPath() {
  const tunnels = new Map<string, { lose(error?: TunnelError): void }>();
  const opens: { name: string | undefined; at: number }[] = [];
  const closes: string[] = [];
  const heard: string[] = [];
  const waiting = new Set<() => void>();
  let manner: Manner = 'own';
  let nextName: string | undefined;
  let openWith: (() => Promise<void>) | undefined;
  let server: Server = await listen(0);
  const { port } = server.address() as AddressInfo;

  async function listen(at: number): Promise<Server> {
    const one = createServer(answer);
    one.listen(at, '127.0.0.1');
    await once(one, 'listening');
    return one;
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const [, name = '', , nonce = ''] = (request.url ?? '').split('/');
    heard.push(name);
    for (const look of waiting) look();
    if (manner === 'silent') return;
    if (manner === 'reset') request.socket.resetAndDestroy();
    else if (manner === 'bad-gateway') response.writeHead(502).end('Bad Gateway');
    else if (manner === 'stranger') response.end('Welcome!');
    else if (manner === 'not-found' || !tunnels.has(name)) response.writeHead(404).end('Not Found');
    else response.end(answerTo(nonce));
  }

  const provider: TunnelProvider = {
    info: { id: 'localtunnel', title: 'Path', summary: 'A path of its own.', stable: false, uses: [] },
    gate: () => ({ host: '127.0.0.1', port }),
    async open({ name, signal }) {
      opens.push({ name, at: Date.now() });
      await openWith?.();
      if (signal.aborted) throw new TunnelError('tunnel_down', 'The attempt was given up.', 'soon');
      return openTunnel(nextName ?? name ?? `t${opens.length}`);
    },
  };

  function openTunnel(name: string): Tunnel {
    const { promise: closed, resolve } = Promise.withResolvers<TunnelError | undefined>();
    tunnels.set(name, { lose: resolve });
    const close = async () => {
      closes.push(name);
      tunnels.delete(name);
      resolve(undefined);
    };
    return { publicUrl: `http://127.0.0.1:${port}/${name}`, name, closed, close };
  }

  return {
    provider,
    port,
    opens,
    closes,
    /** The tunnels that were asked through, in order. */
    heard,
    openTunnel,
    open: () => [...tunnels.keys()],
    behave(to: Manner): void {
      manner = to;
    },
    /** The name that is given out, whatever was asked for. */
    name(next: string): void {
      nextName = next;
    },
    /** What opening does first. */
    beforeOpen(next: (() => Promise<void>) | undefined): void {
      openWith = next;
    },
    /** The provider says that its tunnel is gone. */
    lose(error?: TunnelError): void {
      for (const tunnel of tunnels.values()) tunnel.lose(error);
      tunnels.clear();
    },
    /** It forgets its tunnels and says nothing: the sockets to it are half open. */
    forget: () => tunnels.clear(),
    /** Settles when this many calls have come in all. */
    async asked(count: number): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = () => heard.length >= count && resolve();
      waiting.add(look);
      look();
      await promise.finally(() => waiting.delete(look));
    },
    async stop(): Promise<void> {
      tunnels.clear();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
    async restart(): Promise<void> {
      server = await listen(port);
    },
  };
}

export type Path = Awaited<ReturnType<typeof startPath>>;
