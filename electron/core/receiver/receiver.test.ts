import { request } from 'node:http';
import { expect, test, vi } from 'vitest';
import { answers } from './answer.ts';
import { post } from './testing/raw-client.ts';
import { PATH, startReceiver } from './testing/start-receiver.ts';

test('a POST to a known endpoint is taken whole, header lines in the order of the wire', async () => {
  const { open, calls } = await startReceiver();
  const body = Buffer.from([0, 255, 0xc3, 0x28, 10, 13, 0]);
  const answer = await open()
    .write(post(PATH, body, ['X-Two: 1', 'x-TWO: 2', 'Content-Type: nonsense/at all']))
    .next();
  expect(answer).toMatchObject({ status: 200, body: '{"ok":true}' });
  expect(answer.headers['content-type']).toBe('application/json');
  expect(calls).toHaveLength(1);
  expect(calls[0]?.body.equals(body)).toBe(true);
  expect(calls[0]?.headers).toEqual([
    ['Host', 'test'],
    ['Content-Length', '7'],
    ['X-Two', '1'],
    ['x-TWO', '2'],
    ['Content-Type', 'nonsense/at all'],
  ]);
});

test('people see that the endpoint is alive', async () => {
  const { open, calls } = await startReceiver();
  const client = open().write(`GET ${PATH} HTTP/1.1\r\nHost: x\r\n\r\n`);
  const alive = await client.next();
  expect(alive.status).toBe(200);
  expect(alive.body).toContain('alive');
  expect(alive.headers['content-type']).toContain('text/plain');
  client.write(`HEAD ${PATH} HTTP/1.1\r\nHost: x\r\n\r\n`);
  const head = await client.next(true);
  expect(head).toMatchObject({ status: 200, body: '' });
  expect(Number(head.headers['content-length'])).toBe(alive.body.length);
  expect(calls).toHaveLength(0);
});

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])(
  '%s is 405 with Allow, and the connection goes on',
  async (method) => {
    const { open } = await startReceiver();
    const client = open().write(`${method} ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}`);
    const answer = await client.next();
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET, HEAD, POST');
    expect((await client.write(post(PATH)).next()).status).toBe(200);
  },
);

test('an unknown key is 404 and counted; any other path is 404 and not', async () => {
  const { open, counters, calls } = await startReceiver();
  const client = open();
  for (const path of ['/hooks/unknown', '/hooks/', '/', '/api/status.get', '/hooks', '/healthz']) {
    expect((await client.write(post(path)).next()).status, path).toBe(404);
    expect((await client.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`).next()).status, path).toBe(404);
  }
  expect(counters.unknownKey).toBe(4);
  expect(calls).toHaveLength(0);
});

test.each([
  [`${PATH}?a=b&c`, 200],
  [`${PATH}?`, 200],
  [`http://anything.example${PATH}`, 200],
  [`HTTPS://user@any.example:8080${PATH}?x=/y`, 200],
  [`http://anything.example`, 404],
  [`//hooks/k_-0123456789abcdef`, 404],
  [`/hooks//k_-0123456789abcdef`, 404],
  [`${PATH}/`, 404],
  [`${PATH}/more`, 404],
  ['/hooks/../hooks/k_-0123456789abcdef', 404],
  ['/hooks/%6b_-0123456789abcdef', 404],
  ['/hooks/k_-0123456789abcdef%00', 404],
  ['/hooks/%', 404],
  ['/HOOKS/k_-0123456789abcdef', 404],
  ['*', 404],
])('the request-target %s is %i', async (target, status) => {
  const { open, calls } = await startReceiver();
  expect((await open().write(post(target)).next()).status).toBe(status);
  expect(calls).toHaveLength(status === 200 ? 1 : 0);
});

test('connections are kept, and calls may follow each other without waiting', async () => {
  const { open, calls } = await startReceiver();
  const client = open();
  const bodies = Array.from({ length: 50 }, (_, i) => `{"n":${i}}`);
  client.write(Buffer.concat([...bodies.map((body) => post(PATH, body)), post('/hooks/none')]));
  for (const _ of bodies) expect((await client.next()).status).toBe(200);
  expect((await client.next()).status).toBe(404);
  expect(calls.map(({ body }) => body.toString())).toEqual(bodies);
  expect((await client.write(post(PATH)).next()).status).toBe(200);
});

test('answers keep the order of the calls when a later one is ready first', async () => {
  const answered: (() => void)[] = [];
  const { open, calls } = await startReceiver({
    accept: ({ body }, answer) =>
      answered.push(() => void answer(body.toString() === '"first"' ? answers.ok : answers.unauthorized)),
  });
  const client = open().write(Buffer.concat([post(PATH, '"first"'), post(PATH, '"second"')]));
  await vi.waitUntil(() => calls.length === 2);
  answered[1]?.();
  answered[0]?.();
  expect((await client.next()).status).toBe(200);
  expect((await client.next()).status).toBe(401);
});

test('a chunked body arrives as one, and trailers do no harm', async () => {
  const { open, calls } = await startReceiver();
  const client = open().write(`POST ${PATH} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`);
  client.write('5;ext=1\r\n{"a":\r\n').write('2\r\n1}\r\n').write('0\r\nX-Trailer: 1\r\n\r\n');
  expect((await client.next()).status).toBe(200);
  expect(calls[0]?.body.toString()).toBe('{"a":1}');
  expect((await client.write(post(PATH)).next()).status).toBe(200);
});

test('a sender that closes its side after the call is answered', async () => {
  const { open, calls } = await startReceiver();
  const client = open();
  client.socket.end(post(PATH));
  expect((await client.next()).status).toBe(200);
  expect(await client.ended()).toBe('');
  expect(await client.closed).toBeUndefined();
  expect(calls).toHaveLength(1);
});

test('HTTP/1.0 is answered and closed', async () => {
  const { open } = await startReceiver();
  const client = open().write(`POST ${PATH} HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}`);
  expect((await client.next()).status).toBe(200);
  expect(await client.ended()).toBe('');
});

test('an upgrade that is offered is not taken up', async () => {
  const { open } = await startReceiver();
  const client = open().write(post(PATH, '{}', ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c']));
  expect((await client.next()).status).toBe(200);
});

test('200 senders at once are all answered and all kept', async () => {
  const { port, calls } = await startReceiver();
  const send = (n: number) =>
    new Promise<number>((resolve, reject) => {
      const call = request(
        { port, host: '127.0.0.1', path: PATH, method: 'POST', agent: false },
        (answer) => {
          answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
        },
      );
      call.on('error', reject).end(JSON.stringify({ n, pad: 'x'.repeat(n * 50) }));
    });
  const statuses = await Promise.all(Array.from({ length: 200 }, (_, n) => send(n)));
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(new Set(calls.map(({ body }) => JSON.parse(body.toString()).n)).size).toBe(200);
});

test('a call that trips over our own fault is told to come again, and harms no other', async () => {
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  const { open } = await startReceiver({
    accept(call, answer) {
      if (call.body.toString() === '"bad"') throw new Error('not foreseen');
      answer(answers.ok);
    },
  });
  const client = open();
  const refused = await client.write(post(PATH, '"bad"')).next();
  expect(refused).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  expect(refused.body).not.toContain('foreseen');
  expect((await client.write(post(PATH, '"good"')).next()).status).toBe(200);
  expect(warned).toHaveBeenCalledOnce();
  warned.mockRestore();
});

test('garbage on a connection that was answered before is 400', async () => {
  const { open } = await startReceiver();
  const client = open();
  expect((await client.write(post(PATH)).next()).status).toBe(200);
  expect((await client.write('garbage\r\n\r\n').next()).status).toBe(400);
  expect(await client.ended()).toBe('');
});

test('the answer names nothing of our insides', async () => {
  const { open } = await startReceiver();
  const { headers } = await open().write(post(PATH)).next();
  expect(Object.keys(headers).sort()).toEqual([
    'connection',
    'content-length',
    'content-type',
    'date',
    'keep-alive',
  ]);
});
