import { createStore } from 'zustand/vanilla';
import type { WireError } from '../../shared/errors.ts';
import type { TunnelInfo, TunnelProvider } from '../../shared/tunnels.ts';
import { wordTunnel } from '../words/core.ts';
import type { Call } from './call.ts';

export interface TunnelsState {
  /** The ways in to choose from, with `off`. Empty until first heard. */
  providers: TunnelInfo[];
  error: WireError | null;
  load(): Promise<void>;
  /** Null removes the token. */
  saveToken(provider: TunnelProvider, token: string | null): Promise<WireError | null>;
}

export type TunnelsStore = ReturnType<typeof createTunnelsStore>;

export function createTunnelsStore(call: Call) {
  return createStore<TunnelsState>()((set, get) => ({
    providers: [],
    error: null,

    async load() {
      const reply = await call('tunnel.list', {});
      set(
        reply.ok ? { providers: reply.value.providers.map(wordTunnel), error: null } : { error: reply.error },
      );
    },

    async saveToken(provider, token) {
      const reply = await call('tunnel.setToken', { provider, token });
      if (!reply.ok) return reply.error;
      await get().load();
      return null;
    },
  }));
}
