import { requireSafe } from './safe-url.ts';
import { TunnelError, type TunnelProvider } from './tunnel.ts';

/** The user's own way in: a reverse proxy, or a server with a public name. Nothing is opened; the supervisor proves it. */
export const ownUrl: TunnelProvider = {
  info: {
    id: 'url',
    title: 'Own address',
    summary: 'Your own reverse proxy or server that passes calls on to the receiver.',
    stable: true,
    uses: ['publicUrl'],
  },
  gate: () => undefined,
  async open(_, { publicUrl }) {
    if (publicUrl === undefined) {
      throw new TunnelError('bad_input', 'No public address is set. Enter yours under Connection.', 'never');
    }
    const { promise: closed, resolve } = Promise.withResolvers<undefined>();
    return { publicUrl: requireSafe(publicUrl), closed, close: async () => resolve(undefined) };
  },
};
