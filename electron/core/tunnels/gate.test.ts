import { type AddressInfo, createServer } from 'node:net';
import { expect, it } from 'vitest';
import { passGate } from './gate.ts';

const never = new AbortController().signal;

it('only connects: nothing is sent, and the line is not held', async () => {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer((socket) => {
    socket.on('data', () => resolve(-1));
    socket.on('close', () => resolve(socket.bytesRead));
    socket.on('error', () => undefined);
    socket.resume();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  await passGate({ host: '127.0.0.1', port: (server.address() as AddressInfo).port }, never);
  expect(await promise).toBe(0);
  await new Promise((done) => server.close(done));
});

it('says that nobody is there, and to try again soon', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  await expect(passGate({ host: '127.0.0.1', port }, never)).rejects.toMatchObject({
    name: 'TunnelError',
    code: 'tunnel_down',
    again: 'soon',
    message: 'The tunnel server cannot be reached. Is this computer online?',
  });
});

it('is given up at once', async () => {
  const gone = AbortSignal.abort();
  await expect(passGate({ host: '127.0.0.1', port: 9 }, gone)).rejects.toMatchObject({ code: 'tunnel_down' });
});
