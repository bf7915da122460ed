import { once } from 'node:events';
import type { Server } from 'node:net';
import { AppError } from '../../../shared/errors.ts';

/** How far a taken default port is followed by the next ones. */
const TRIES = 50;

export interface Wish {
  port: number;
  /** An explicit port is meant: taken is an error. */
  explicit: boolean;
  /** What listens, for the message. */
  name: string;
  /** The option that sets the port: `--receiver-port`. */
  option: string;
}

/**
 * `attempt` opens a port and reports which one it got; a taken one leads to the next, where the wish allows it.
 * @throws AppError `port_taken`
 */
export async function firstFreePort(wish: Wish, attempt: (port: number) => Promise<number>): Promise<number> {
  for (let i = 0; i < TRIES; i++) {
    const port = wish.port === 0 ? 0 : wish.port + i;
    try {
      return await attempt(port);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      if (wish.explicit && wish.port !== 0) break;
    }
  }
  const what = wish.explicit ? `Port ${wish.port} is` : `Ports ${wish.port} to ${wish.port + TRIES - 1} are`;
  throw new AppError(
    'port_taken',
    `${what} taken, so ${wish.name} cannot listen. Choose another with ${wish.option}.`,
  );
}

/** @returns the port; rejects with the system's error. */
export async function listenOn(server: Server, host: string, port: number): Promise<number> {
  server.listen({ host, port, exclusive: true, ipv6Only: host === '::1' });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
