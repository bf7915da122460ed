import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { prove } from './prove.ts';

const issued = { nonce: 'abc123', expected: 'only-we-know' };
const never = new AbortController().signal;
const servers: { close(): unknown; closeAllConnections?(): void }[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections?.();
  }
});

async function serve(listener: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** Writes these bytes to whoever connects, and holds the line. */
async function serveBytes(text: string): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.write(text));
    servers.push({ close: () => socket.destroy() });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('prove', () => {
  it('asks at the public address, on a connection of its own each time, as no browser would', async () => {
    const calls: {
      url: string | undefined;
      headers: NodeJS.Dict<string | string[]>;
      from: number | undefined;
    }[] = [];
    const { url } = await serve((request, response) => {
      calls.push({ url: request.url, headers: request.headers, from: request.socket.remotePort });
      response.end(issued.expected);
    });
    const first = await prove(`${url}/below`, issued, 5_000, never);
    await prove(`${url}/below`, issued, 5_000, never);
    expect(first).toEqual({ proved: true, roundTripMs: expect.any(Number) });
    expect(calls[0]?.url).toBe('/below/healthz/abc123');
    expect(calls[0]?.headers).toMatchObject({ 'bypass-tunnel-reminder': '1', 'user-agent': 'Greenroom' });
    expect(calls[0]?.from).not.toBe(calls[1]?.from);
  });

  it.each([
    [200, 'somebody else', 'Something else answers at the public address.'],
    [200, `${issued.expected}\n`, 'Something else answers at the public address.'],
    [200, 'x'.repeat(100_000), 'Something else answers at the public address.'],
    [200, '', 'Something else answers at the public address.'],
    [404, issued.expected, 'The public address answers 404 instead of leading here.'],
    [502, 'Bad Gateway', 'The public address answers 502 instead of leading here.'],
    [201, issued.expected, 'The public address answers 201 instead of leading here.'],
  ])('does not believe %i %.20j', async (status, body, reason) => {
    const { url } = await serve((_, response) => response.writeHead(status).end(body));
    expect(await prove(url, issued, 5_000, never)).toEqual({ proved: false, reason });
  });

  it('follows nobody to another place', async () => {
    let followed = 0;
    const { url: elsewhere } = await serve((_, response) => {
      followed++;
      response.end(issued.expected);
    });
    const { url } = await serve((request, response) =>
      response.writeHead(302, { location: elsewhere + request.url }).end(),
    );
    const reason = 'The public address answers 302 instead of leading here.';
    expect(await prove(url, issued, 5_000, never)).toEqual({ proved: false, reason });
    expect(followed).toBe(0);
  });

  it('stops reading a body that has no end', async () => {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    const { url } = await serve((request, response) => {
      request.socket.on('close', () => resolve());
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', pour).on('error', () => undefined);
      pour();
    });
    expect((await prove(url, issued, 15_000, never)).proved).toBe(false);
    await closed;
  });

  const silent = 'The public address does not answer.';
  it.each([
    ['nothing', ''],
    ['half a head', 'HTTP/1.1 200 OK\r\nContent-Le'],
    ['half a body', 'HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\nonly-we'],
  ])('gives up where it gets %s', async (_, text) => {
    const url = await serveBytes(text);
    expect(await prove(url, issued, 200, never)).toEqual({ proved: false, reason: silent });
  });

  it.each([
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'],
    ['what is not HTTP', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['endless headers', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(20_000)}`],
  ])('is not held by %s', async (_, text) => {
    const url = await serveBytes(text);
    expect(await prove(url, issued, 15_000, never)).toEqual({
      proved: false,
      reason: 'The public address cannot be reached.',
    });
  });

  it('says that the connection is broken', async () => {
    const { url, server } = await serve((request) => request.socket.resetAndDestroy());
    const reason = 'The public address breaks the connection.';
    expect(await prove(url, issued, 5_000, never)).toEqual({ proved: false, reason });
    await new Promise((resolve) => server.close(resolve));
    expect(await prove(url, issued, 5_000, never)).toEqual({ proved: false, reason });
  });

  it('ends its connection when it is given up, before or meanwhile', async () => {
    const giveUp = new AbortController();
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    const { url } = await serve((request) => {
      request.socket.on('close', () => resolve());
      giveUp.abort();
    });
    expect((await prove(url, issued, 15_000, giveUp.signal)).proved).toBe(false);
    await closed;
    expect((await prove(url, issued, 15_000, giveUp.signal)).proved).toBe(false);
  });

  it('never rejects, also for what is no address', async () => {
    expect((await prove('nonsense', issued, 5_000, never)).proved).toBe(false);
    const { url } = await serve((_, response) => response.end(issued.expected));
    expect((await prove(url.replace('http:', 'https:'), issued, 5_000, never)).proved).toBe(false);
  });
});
