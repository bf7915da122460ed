import { expect, test, vi } from 'vitest';
import { answers } from './answer.ts';
import { post, type RawClient } from './testing/raw-client.ts';
import { PATH, startReceiver } from './testing/start-receiver.ts';

const MiB = 1024 ** 2;
const chunkedHead = `POST ${PATH} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`;

/** Sends a body piece by piece, as fast as it is taken, as a sender does that reads no answer before its end. */
async function pour(client: RawClient, bytes: number, wrap: (piece: Buffer) => Buffer = (piece) => piece) {
  const piece = Buffer.alloc(64 * 1024, 120);
  for (let sent = 0; sent < bytes; sent += piece.length) await client.flush(wrap(piece));
}
const asChunk = (piece: Buffer) =>
  Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);

test('a body of exactly the limit is taken; one byte more is 413', async () => {
  const { open, calls, counters } = await startReceiver({ maxBodyBytes: () => 1024 });
  expect(
    (
      await open()
        .write(post(PATH, 'x'.repeat(1024)))
        .next()
    ).status,
  ).toBe(200);
  expect(
    (
      await open()
        .write(post(PATH, 'x'.repeat(1025)))
        .next()
    ).status,
  ).toBe(413);
  const chunked = open()
    .write(chunkedHead)
    .write(asChunk(Buffer.alloc(1025, 120)))
    .write('0\r\n\r\n');
  expect((await chunked.next()).status).toBe(413);
  expect(calls).toHaveLength(1);
  expect(counters.tooLarge).toBe(2);
});

test.each([2, 8, 32])('413 reaches a client that sends %i MiB and reads only afterwards', async (size) => {
  const { open, calls } = await startReceiver();
  const client = open();
  client.socket.pause();
  client.write(`POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: ${size * MiB}\r\n\r\n`);
  await pour(client, size * MiB);
  client.socket.resume();
  const answer = await client.next();
  expect(answer).toMatchObject({ status: 413, headers: { connection: 'close' } });
  client.socket.end();
  expect(await client.closed).toBeUndefined();
  expect(calls).toHaveLength(0);
});

test('413 reaches a client that streams chunks and reads only afterwards', async () => {
  const { open, counters } = await startReceiver();
  const client = open();
  client.socket.pause();
  client.write(chunkedHead);
  await pour(client, 16 * MiB, asChunk);
  client.write('0\r\n\r\n');
  client.socket.resume();
  expect((await client.next()).status).toBe(413);
  client.socket.end();
  expect(await client.closed).toBeUndefined();
  expect(counters.tooLarge).toBe(1);
});

test('a chunked body is refused while it streams, not at its end', async () => {
  const { open } = await startReceiver();
  const client = open().write(chunkedHead);
  await pour(client, MiB + 64 * 1024, asChunk);
  expect((await client.next()).status).toBe(413);
});

test('a sender that asks first gets 100 and then its answer', async () => {
  const { open, calls } = await startReceiver();
  const head = post(PATH, '', ['Expect: 100-continue']).toString().replace('Length: 0', 'Length: 7');
  const client = open().write(head);
  expect(await client.next()).toMatchObject({ status: 100 });
  expect((await client.write('{"a":1}').next()).status).toBe(200);
  expect(calls[0]?.body.toString()).toBe('{"a":1}');
  expect((await client.write(post(PATH)).next()).status).toBe(200);
});

test.each([
  ['too large', PATH, 2 * MiB, 413],
  ['no endpoint', '/hooks/none', 7, 404],
])('a sender that asks first and is %s hears no 100', async (_, path, length, status) => {
  const { open } = await startReceiver();
  const client = open().write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\n\r\n`,
  );
  const answer = await client.next();
  expect(answer).toMatchObject({ status, headers: { connection: 'close' } });
  expect(await client.ended()).toBe('');
});

test('an expectation that nobody knows loses no delivery', async () => {
  const { open, calls } = await startReceiver();
  expect(
    (
      await open()
        .write(post(PATH, '{}', ['Expect: the best']))
        .next()
    ).status,
  ).toBe(200);
  expect(calls).toHaveLength(1);
});

test('headers over 16 KiB are 431, also while the sender goes on', async () => {
  const { open, counters, calls } = await startReceiver();
  const fine = open().write(post(PATH, '{}', [`X-Long: ${'x'.repeat(15 * 1024)}`]));
  expect((await fine.next()).status).toBe(200);
  const client = open();
  client.socket.pause();
  client.write(`POST ${PATH} HTTP/1.1\r\nHost: x\r\n`);
  for (let i = 0; i < 300; i++) await client.flush(`X-${i}: ${'x'.repeat(4000)}\r\n`);
  client.socket.resume();
  expect(await client.next()).toMatchObject({ status: 431, headers: { connection: 'close' } });
  client.socket.end();
  expect(await client.closed).toBeUndefined();
  expect(counters.headersTooLarge).toBe(1);
  expect(calls).toHaveLength(1);
  expect(
    (
      await open()
        .write(`GET /${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`)
        .next()
    ).status,
  ).toBe(431);
});

test('a hundred header lines and more are all there', async () => {
  const { open, calls } = await startReceiver();
  const lines = Array.from({ length: 1500 }, (_, i) => `h${i}: 1`);
  expect(
    (
      await open()
        .write(post(PATH, '{}', lines))
        .next()
    ).status,
  ).toBe(200);
  expect(calls[0]?.headers).toHaveLength(1502);
});

test('headers that come too slowly are 408 and closed', async () => {
  const { open, counters } = await startReceiver({ headersTimeout: 60, requestTimeout: 5_000 });
  const client = open().write(`POST ${PATH} HTTP/1.1\r\nHost:`);
  expect(await client.next()).toMatchObject({ status: 408, headers: { connection: 'close' } });
  expect(await client.ended()).toBe('');
  expect(counters.tooSlow).toBe(1);
});

test('a body that comes too slowly is 408 and closed', async () => {
  const { open, counters, calls } = await startReceiver({ headersTimeout: 40, requestTimeout: 80 });
  const client = open().write(`POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n{"a"`);
  expect(await client.next()).toMatchObject({ status: 408, headers: { connection: 'close' } });
  expect(await client.ended()).toBe('');
  expect(counters.tooSlow).toBe(1);
  expect(calls).toHaveLength(0);
});

test.each([
  'garbage\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'BREW /pot HTTP/1.1\r\n\r\n',
  `POST ${PATH} HTTP/1.1\r\nContent-Length: -1\r\n\r\n`,
  `POST ${PATH} HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
  `POST ${PATH} HTTP/1.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`,
  `POST ${PATH} HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
  `POST ${PATH} HTTP/1.1\r\nbad header\r\n\r\n`,
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
])('%j is 400, once, and closed', async (bytes) => {
  const { open, calls } = await startReceiver();
  const client = open().write(Buffer.from(bytes, 'latin1'));
  expect((await client.next()).status).toBe(400);
  expect(await client.ended()).toBe('');
  expect(calls).toHaveLength(0);
});

test('garbage behind a call takes no answer from it', async () => {
  const held: (() => void)[] = [];
  const { open, calls } = await startReceiver({
    accept: (_, answer) => held.push(() => void answer(answers.ok)),
  });
  const client = open().write(Buffer.concat([post(PATH), Buffer.from('garbage\r\n\r\n')]));
  await vi.waitUntil(() => calls.length === 1);
  held[0]?.();
  expect((await client.next()).status).toBe(200);
  expect((await client.next()).status).toBe(400);
  expect(await client.ended()).toBe('');
});

test('a slow call behind a call takes no answer from it', async () => {
  const held: (() => void)[] = [];
  const { open, calls, counters } = await startReceiver({
    headersTimeout: 40,
    requestTimeout: 60,
    accept: (_, answer) => held.push(() => void answer(answers.ok)),
  });
  const client = open().write(Buffer.concat([post(PATH), post(PATH, '{"half').subarray(0, -2)]));
  await vi.waitUntil(() => calls.length === 1 && counters.tooSlow === 1);
  held[0]?.();
  expect((await client.next()).status).toBe(200);
  expect((await client.next()).status).toBe(408);
});

test('an answer that came before its body ended does not break what follows', async () => {
  const { open } = await startReceiver();
  const client = open().write(`POST /hooks/none HTTP/1.1\r\nHost: x\r\nContent-Length: ${3 * MiB}\r\n\r\n`);
  expect((await client.next()).status).toBe(404);
  await pour(client, 3 * MiB);
  expect((await client.write(post(PATH)).next()).status).toBe(200);
});

test('an answered call whose body then never ends is closed without a second answer', async () => {
  const { open } = await startReceiver({ headersTimeout: 40, requestTimeout: 60 });
  const client = open().write('POST /hooks/none HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nxx');
  expect((await client.next()).status).toBe(404);
  expect(await client.ended()).toBe('');
});

test('a sender that goes away in mid-body leaves nothing behind', async () => {
  const { open, calls } = await startReceiver();
  for (let i = 0; i < 20; i++) {
    const client = open();
    await client.flush(post(PATH, '{"a":1}').subarray(0, -3));
    if (i % 2) client.destroy();
    else client.socket.end();
    await client.closed;
  }
  expect((await open().write(post(PATH)).next()).status).toBe(200);
  expect(calls).toHaveLength(1);
});
