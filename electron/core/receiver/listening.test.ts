import { once } from 'node:events';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, onTestFinished, test, vi } from 'vitest';
import { answers } from './answer.ts';
import { firstFreePort, listenOn } from './listen.ts';
import { createPathProof } from './path-proof.ts';
import { post } from './testing/raw-client.ts';
import { PATH, startReceiver } from './testing/start-receiver.ts';

const hasIPv6 = Object.values(networkInterfaces()).some((list) =>
  list?.some(({ address }) => address === '::1'),
);
const wish = { name: 'the receiver', option: '--receiver-port' };

async function occupy(host: string, port = 0): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  return listenOn(server, host, port);
}

test.runIf(hasIPv6)('IPv6 is served like IPv4, also for a sender that closes its side', async () => {
  const { open, calls } = await startReceiver();
  const client = open('::1');
  expect((await client.write(post(PATH)).next()).status).toBe(200);
  client.socket.end(post(PATH));
  expect((await client.next()).status).toBe(200);
  expect((await open('::1').write('garbage\r\n\r\n').next()).status).toBe(400);
  expect(calls).toHaveLength(2);
});

test.runIf(hasIPv6)('close ends IPv6 connections too', async () => {
  const { receiver, open } = await startReceiver();
  const client = open('::1');
  await client.flush(post(PATH, '{"half').subarray(0, -2));
  const idle = open('::1');
  expect((await idle.write(post(PATH)).next()).status).toBe(200);
  receiver.beginStop();
  await receiver.close();
  await Promise.all([client.ended(), idle.ended()]);
});

test('an explicit port that is taken is an error that names the option', async () => {
  const { receiver } = await startReceiver();
  const port = await occupy('127.0.0.1');
  await receiver.close();
  await expect(receiver.listen({ port, explicit: true, ...wish })).rejects.toMatchObject({
    code: 'port_taken',
    message: expect.stringContaining('--receiver-port'),
  });
});

test('a default port that is taken leads to the next', async () => {
  const port = await occupy('127.0.0.1');
  const { receiver } = await startReceiver();
  await receiver.close();
  const got = await receiver.listen({ port, explicit: false, ...wish });
  expect(got).toBeGreaterThan(port);
  expect(got).toBeLessThan(port + 50);
});

test.runIf(hasIPv6)('a port that is taken by IPv6 only counts as taken', async () => {
  const port = await occupy('::1');
  const { receiver } = await startReceiver();
  await receiver.close();
  await expect(receiver.listen({ port, explicit: true, ...wish })).rejects.toMatchObject({
    code: 'port_taken',
  });
});

test('another fault than a taken port is not taken for one', async () => {
  const broken = () => Promise.reject(Object.assign(new Error('no'), { code: 'EMFILE' }));
  await expect(firstFreePort({ port: 1, explicit: false, ...wish }, broken)).rejects.toMatchObject({
    code: 'EMFILE',
  });
});

test('only the process that issued a nonce can prove the path', async () => {
  const { open, proof } = await startReceiver();
  const client = open();
  const get = (path: string, method = 'GET') =>
    client.write(`${method} ${path} HTTP/1.1\r\nHost: x\r\n\r\n`).next();
  const { nonce, expected } = proof.issue();
  expect(await get(`/healthz/${nonce}`)).toMatchObject({ status: 200, body: expected });
  expect(await get(`/healthz/${nonce}?x`)).toMatchObject({ status: 200, body: expected });
  expect((await get(`/healthz/${'0'.repeat(32)}`)).status).toBe(404);
  expect((await get(`/healthz/${createPathProof().issue().nonce}`)).status).toBe(404);
  expect((await get(`/healthz/${nonce}/`)).status).toBe(404);
  expect((await get(`/healthz/${nonce}`, 'POST')).status).toBe(404);
  expect((await get(`/healthz/${nonce}`, 'PUT')).status).toBe(404);
});

test('a nonce counts for one minute', () => {
  let now = 1_000_000;
  const proof = createPathProof(() => now);
  const { nonce, expected } = proof.issue();
  now += 60_000;
  expect(proof.answer(nonce)).toBe(expected);
  now += 1;
  expect(proof.answer(nonce)).toBeUndefined();
  expect(createPathProof().answer(nonce)).toBeUndefined();
  const again = proof.issue();
  expect(again.nonce).not.toBe(nonce);
  expect(again.expected).toMatch(/^[0-9a-f]{64}$/);
});

test('while stopping, new calls and half-sent ones get 503 at once; what was accepted gets its answer', async () => {
  const held: (() => void)[] = [];
  const { receiver, open, calls } = await startReceiver({
    accept: (_, answer) => held.push(() => void answer(answers.ok)),
  });
  const [accepted, kept, half, expecting] = [open(), open(), open(), open()];
  accepted.write(post(PATH));
  kept.write(post(PATH));
  await vi.waitUntil(() => calls.length === 2);
  held[1]?.();
  expect((await kept.next()).status).toBe(200);
  half.write(post(PATH, '{"half":1}').subarray(0, -2));
  expecting.write(`POST ${PATH} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n`);
  expect((await expecting.next()).status).toBe(100);
  const late = open();
  await new Promise((resolve) => late.socket.once('connect', resolve));

  receiver.beginStop();
  const stopped = { status: 503, headers: { connection: 'close', 'retry-after': '5' } };
  expect(await half.next()).toMatchObject(stopped);
  expect(await expecting.next()).toMatchObject(stopped);
  expect(await late.write(post(PATH)).next()).toMatchObject(stopped);
  expect(await open().write(post(PATH)).next()).toMatchObject(stopped);
  expect(await kept.ended()).toBe('');
  held[0]?.();
  expect((await accepted.next()).status).toBe(200);
  await receiver.close();
  expect(calls).toHaveLength(2);
});

test('a kept connection that calls while stopping gets 503 and is closed', async () => {
  const { receiver, open } = await startReceiver();
  const client = open();
  await client.write(post(PATH)).next();
  // Its next call is on the way before the connection counts as idle.
  await client.flush(`POST ${PATH} HTTP/1.1\r\nHost: x\r\n`);
  const other = open();
  await other.write(post(PATH)).next();
  receiver.beginStop();
  client.write('Content-Length: 2\r\n\r\n{}');
  expect(await client.next()).toMatchObject({ status: 503, headers: { connection: 'close' } });
  expect(await client.ended()).toBe('');
});

test('close ends, whatever still hangs on', async () => {
  const { receiver, open, calls } = await startReceiver({ accept: () => undefined });
  const clients = [open(), open(), open(), open()];
  clients[0]?.write(post(PATH));
  clients[1]?.write(post(PATH, '{"half').subarray(0, -2));
  clients[2]?.write('POST /ho');
  await vi.waitUntil(() => calls.length === 1);
  await receiver.close();
  await Promise.all(clients.map((client) => client.ended()));
  await receiver.close();
});

test.each(['127.0.0.1', ...(hasIPv6 ? ['::1'] : [])])(
  'a connection that has sent nothing yet is not slow, by %s: a tunnel opens them long before there is a call',
  async (host) => {
    const { open, counters } = await startReceiver({ headersTimeout: 50 });
    const early = open(host);
    await once(early.socket, 'connect');
    // Later than the first one, and so late enough for both.
    const slow = open(host);
    expect((await slow.write('POST /hooks').next()).status).toBe(408);
    const again = open(host);
    expect((await again.write('POST /hooks').next()).status).toBe(408);
    const answer = await early.write(`GET ${PATH} HTTP/1.1\r\nHost: x\r\n\r\n`).next();
    expect([answer.status, counters.tooSlow]).toEqual([200, 2]);
  },
);
