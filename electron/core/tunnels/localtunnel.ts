import { Worker } from 'node:worker_threads';
import type { FromThread, ThreadData } from './localtunnel-words.ts';
import { requireSafe } from './safe-url.ts';
import { type Tunnel, TunnelError, type TunnelProvider } from './tunnel.ts';

const OPEN_MS = 8_000;
const publicHost = 'https://localtunnel.me';
/** What a localtunnel server takes as a name. */
const namePattern = /^[a-z0-9][a-z0-9-]{2,61}[a-z0-9]$/;

export const localtunnel: TunnelProvider = {
  info: {
    id: 'localtunnel',
    title: 'localtunnel',
    summary: 'Free and without an account. The address can change when it is opened anew.',
    stable: false,
    warning:
      'Between the tunnel server and this computer everything travels over plain, unencrypted TCP. A signature cannot be forged from what is read there, but header secrets and message texts can be read. ngrok, Cloudflare, Tailscale or an address of your own encrypt that part, too.',
    uses: ['tunnelHost'],
  },

  gate({ host = publicHost }) {
    const { hostname, port, protocol } = new URL(host);
    return {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (protocol === 'https:' ? 443 : 80),
    };
  },

  async open({ port, name, signal }, { host = publicHost, thread }) {
    const data: ThreadData = {
      host,
      port,
      ...(name !== undefined && namePattern.test(name) && { name }),
    };
    const worker = new Worker(thread, { workerData: data });
    try {
      const { url, name: given } = await firstWord(worker, signal);
      return keep(worker, requireSafe(url), namePattern.test(given) ? given : undefined);
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  },
};

type Opened = Extract<FromThread, { opened: object }>['opened'];

/** @throws TunnelError */
function firstWord(worker: Worker, signal: AbortSignal): Promise<Opened> {
  const { promise, resolve, reject } = Promise.withResolvers<Opened>();
  const fail = (error: TunnelError) => () => reject(error);
  const late = fail(
    new TunnelError('timed_out', 'The tunnel server took too long to open a tunnel.', 'soon'),
  );
  const givenUp = fail(new TunnelError('tunnel_down', 'The attempt was given up.', 'soon'));
  const timer = setTimeout(late, OPEN_MS);
  signal.addEventListener('abort', givenUp);
  worker.on('message', (message: FromThread) => {
    if ('opened' in message) resolve(message.opened);
    if ('refused' in message) reject(refusal(message.refused));
    if ('lost' in message)
      reject(new TunnelError('tunnel_down', 'The tunnel broke while it was opened.', 'soon'));
  });
  worker.on('error', (error) => reject(died(error as Error)));
  worker.on('exit', () => reject(died(new Error('its thread ended'))));
  if (signal.aborted) givenUp();
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', givenUp);
  });
}

function keep(worker: Worker, publicUrl: string, name: string | undefined): Tunnel {
  const { promise: closed, resolve } = Promise.withResolvers<TunnelError | undefined>();
  const lost = new TunnelError('tunnel_down', 'The tunnel server has closed the tunnel.', 'soon');
  worker.on('message', (message: FromThread) => {
    if (!('lost' in message)) return;
    resolve(lost);
    void worker.terminate();
  });
  worker.on('error', (error) => resolve(died(error as Error)));
  worker.on('exit', () => resolve(lost));
  return {
    publicUrl,
    ...(name !== undefined && { name }),
    closed,
    async close() {
      resolve(undefined);
      await worker.terminate();
    },
  };
}

function refusal(status: number | null): TunnelError {
  if (status === null) return new TunnelError('tunnel_down', 'The tunnel server does not answer.', 'soon');
  if (status === 429) {
    return new TunnelError(
      'tunnel_rate_limited',
      'The tunnel server has had too many tunnels from here.',
      'later',
    );
  }
  if (status === 403)
    return new TunnelError('tunnel_refused', 'The tunnel server refuses a tunnel.', 'later');
  return new TunnelError('tunnel_refused', `The tunnel server answered ${status}.`, 'soon');
}

function died(error: Error): TunnelError {
  return new TunnelError('tunnel_down', `The tunnel's client failed: ${error.message}.`, 'soon', {
    cause: error,
  });
}
