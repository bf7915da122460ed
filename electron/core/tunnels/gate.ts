import { connect } from 'node:net';
import { TunnelError } from './tunnel.ts';

const CONNECT_MS = 3_000;

/** Whether anybody listens there at all: nothing is sent. @throws TunnelError `tunnel_down` */
export function passGate({ host, port }: { host: string; port: number }, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = connect({ host, port, timeout: CONNECT_MS });
  const fail = (reason: string) => () => reject(new TunnelError('tunnel_down', reason, 'soon'));
  const givenUp = fail('The attempt was given up.');
  // The lookup of a name is bounded as well.
  const timer = setTimeout(fail('The tunnel server does not answer. Is this computer online?'), CONNECT_MS);
  signal.addEventListener('abort', givenUp);
  socket.once('connect', () => resolve());
  socket.once('error', fail('The tunnel server cannot be reached. Is this computer online?'));
  if (signal.aborted) givenUp();
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', givenUp);
    socket.on('error', () => undefined);
    socket.destroy();
  });
}
