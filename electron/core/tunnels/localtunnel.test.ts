import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { localtunnel } from './localtunnel.ts';
import { startTunnelServer } from './testing/tunnel-server.ts';
import type { TunnelError } from './tunnel.ts';

const thread = new URL('./localtunnel-thread.ts', import.meta.url);

/** Answers with the SHA-256 of what came. */
async function startReceiver(): Promise<number> {
  const server = createServer(async (call, response) => {
    const digest = createHash('sha256');
    for await (const chunk of call) digest.update(chunk as Buffer);
    response.end(digest.digest('hex'));
  });
  // As the receiver does, the client connects to `localhost`.
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function begin() {
  const server = await startTunnelServer();
  onTestFinished(() => server.close());
  const port = await startReceiver();
  const open = async (more: { name?: string; signal?: AbortSignal } = {}) => {
    const { signal = new AbortController().signal, name } = more;
    const tunnel = await localtunnel.open(
      { port, signal, ...(name !== undefined && { name }) },
      { host: server.url, thread },
    );
    onTestFinished(() => tunnel.close());
    return tunnel;
  };
  return { server, open };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'opened',
    ({ code, again }: TunnelError) => [code, again],
  );

async function post(url: string, pieces: Buffer[]): Promise<string> {
  const call = request(url, { method: 'POST', agent: false });
  for (const piece of pieces) await new Promise((written) => call.write(piece, () => setImmediate(written)));
  call.end();
  const [response] = (await once(call, 'response')) as [AsyncIterable<Buffer>];
  let text = '';
  for await (const chunk of response) text += chunk.toString();
  return text;
}

test('opens with the name it asks for, and closes with nothing left behind', async () => {
  const { server, open } = await begin();
  const tunnel = await open({ name: 'my-green-room' });
  expect(tunnel).toMatchObject({ name: 'my-green-room', publicUrl: expect.stringMatching(/^http:\/\/127/) });
  await tunnel.close();
  expect(await tunnel.closed).toBeUndefined();
  await expect.poll(() => server.open()).toEqual([]);
});

const umlauts = Buffer.from('Grüße aus dem Übungsraum, schöne Wörter. '.repeat(5000));
const split = Buffer.from('{"text":"für"}');
test.each<[string, Buffer[]]>([
  ['with 0xff', [Buffer.from([0xff, 0x00, 0xfe, 0x0a, 0x0d, 0xc3])]],
  ['of 200 kB of umlauts', [umlauts]],
  ['with a character split over two segments', [split.subarray(0, 11), split.subarray(11)]],
])('a body %s arrives byte for byte', async (_, pieces) => {
  const { open } = await begin();
  const { publicUrl } = await open();
  const sent = createHash('sha256').update(Buffer.concat(pieces)).digest('hex');
  expect(await post(publicUrl, pieces)).toBe(sent);
});

test('another name than asked for is another address, and said', async () => {
  const { server, open } = await begin();
  server.rename(true);
  const { name } = await open({ name: 'my-green-room' });
  expect(name).not.toBe('my-green-room');
});

test('a name that no server would take is not asked for', async () => {
  const { open } = await begin();
  const { name } = await open({ name: '../admin?x=' });
  expect(name).toMatch(/^random-/);
});

test.each([
  [403, ['tunnel_refused', 'later']],
  [429, ['tunnel_rate_limited', 'later']],
  [500, ['tunnel_refused', 'soon']],
])('refused with %d', async (status, expected) => {
  const { server, open } = await begin();
  server.refuse(status);
  expect(await codeOf(open())).toEqual(expected);
  // The client itself would go on asking every second.
  server.refuse(undefined);
  expect(server.made()).toBe(0);
});

test('a server that is away is told as such', async () => {
  const { server, open } = await begin();
  await server.stop();
  expect(await codeOf(open())).toEqual(['tunnel_down', 'soon']);
});

test('given up, nothing opens later', async () => {
  const { server, open } = await begin();
  server.silence(true);
  const giveUp = new AbortController();
  const opening = codeOf(open({ signal: giveUp.signal }));
  giveUp.abort();
  expect(await opening).toEqual(['tunnel_down', 'soon']);
});

test.each(['stop', 'reset and stop'] as const)('a lost tunnel is told: %s', async (how) => {
  const { server, open } = await begin();
  const tunnel = await open();
  await post(tunnel.publicUrl, [Buffer.from('x')]);
  if (how === 'reset and stop') server.reset();
  await server.stop();
  expect(await tunnel.closed).toMatchObject({ code: 'tunnel_down', again: 'soon' });
});

test('sockets that are reset are opened anew, and that is no loss', async () => {
  const { server, open } = await begin();
  const { publicUrl, closed } = await open();
  await post(publicUrl, [Buffer.from('x')]);
  server.reset();
  const lost = closed.then(() => 'lost');
  const again = expect
    .poll(() => post(publicUrl, [Buffer.from('y')]).catch(() => ''), { timeout: 5000 })
    .toHaveLength(64);
  expect(await Promise.race([lost, again.then(() => 'works')])).toBe('works');
});
