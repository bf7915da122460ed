import { requireSafe } from './safe-url.ts';
import { TunnelError, type TunnelProvider } from './tunnel.ts';

const CLOSE_MS = 2_000;

/** Its client is a native module: loaded when it is used, and not before. */
export const ngrok: TunnelProvider = {
  info: {
    id: 'ngrok',
    title: 'ngrok',
    summary:
      'The same address always, encrypted all the way to this computer. Needs a free account and its authtoken.',
    stable: true,
    token: { label: 'Authtoken', url: 'https://dashboard.ngrok.com/get-started/your-authtoken' },
    uses: ['tunnelDomain'],
  },
  gate: () => ({ host: 'connect.ngrok-agent.com', port: 443 }),

  async open({ port, signal }, { token, domain }) {
    if (token === undefined) {
      throw new TunnelError('token_missing', 'Enter your ngrok authtoken under Connection first.', 'never');
    }
    const { forward } = await import('@ngrok/ngrok');
    const opening = forward({
      addr: `127.0.0.1:${port}`,
      authtoken: token,
      ...(domain !== undefined && { domain }),
    });
    const givenUp = Promise.withResolvers<never>();
    const giveUp = () => {
      // What comes too late is closed, so that it does not hold the domain.
      opening.then((late) => late.close()).catch(() => undefined);
      givenUp.reject(new TunnelError('timed_out', 'ngrok took too long to open a tunnel.', 'soon'));
    };
    signal.addEventListener('abort', giveUp);
    if (signal.aborted) giveUp();
    try {
      const listener = await Promise.race([opening, givenUp.promise]).catch((error: unknown) => {
        throw error instanceof TunnelError ? error : explain(error, token);
      });
      const { promise: closed, resolve } = Promise.withResolvers<undefined>();
      const close = async () => {
        resolve(undefined);
        const late = new Promise((done) => setTimeout(done, CLOSE_MS).unref());
        await Promise.race([listener.close().catch(() => undefined), late]);
      };
      try {
        // Its client connects again by itself after a loss: whether the path is whole, the proofs tell.
        return { publicUrl: requireSafe(listener.url() ?? ''), closed, close };
      } catch (error) {
        await close();
        throw error;
      }
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  },
};

/** By the numbers of https://ngrok.com/docs/errors; the text may repeat what was sent, and so the token. */
export function explain(error: unknown, token: string): TunnelError {
  const text = String(error instanceof Error ? error.message : error);
  const code = /ERR_NGROK_(\d+)/.exec(text)?.[1];
  if (code !== undefined && ['105', '106', '107', '4018', '302', '206'].includes(code)) {
    return new TunnelError(
      'token_refused',
      `ngrok does not accept the authtoken (ERR_NGROK_${code}). Enter it again under Connection.`,
      'never',
    );
  }
  if (code !== undefined && ['108', '8012', '324'].includes(code)) {
    return new TunnelError(
      'tunnel_rate_limited',
      `This ngrok account has as many tunnels as it may have (ERR_NGROK_${code}). Close another one.`,
      'later',
    );
  }
  if (code !== undefined) {
    return new TunnelError('tunnel_refused', `ngrok refuses the tunnel (ERR_NGROK_${code}).`, 'later');
  }
  const said = text.replaceAll(token, '•••').split('\n', 1)[0]?.slice(0, 200);
  return new TunnelError('tunnel_down', `ngrok cannot be reached: ${said}.`, 'soon');
}
