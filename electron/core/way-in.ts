import { AppError } from '../../shared/errors.ts';
import type { Settings } from '../../shared/settings.ts';
import type { TunnelStatus } from '../../shared/status.ts';
import type { TunnelInfo, TunnelProvider } from '../../shared/tunnels.ts';
import type { Config } from './files/config.ts';
import type { Vault } from './files/vault.ts';
import type { RunOptions } from './ports.ts';
import { chooseTunnel, type TunnelChoice } from './tunnel-choice.ts';
import { findTunnel, offInfo, tunnels } from './tunnels/registry.ts';
import type { Supervisor } from './tunnels/supervisor.ts';

/** A person who waits for a tunnel is told after this time how things are. */
const WAIT_MS = 20_000;
const defaultTunnel = 'localtunnel';

export interface WayInContext {
  options: RunOptions;
  config: Config;
  vault: Vault;
  /** The built entry file of localtunnel's thread. */
  thread: URL;
  supervisor: Supervisor;
  settingsChanged(settings: Settings): void;
}

/** The public way in, as the settings and options of this run want it. */
export function createWayIn({ options, config, vault, thread, supervisor, settingsChanged }: WayInContext) {
  const waiting = new Set<(status: TunnelStatus) => void>();
  let configured = Promise.resolve();

  const choice = (): TunnelChoice => chooseTunnel(options, config.settings());

  /** Where the token cannot be read, the provider says that it is missing. */
  async function tokenOf(provider: TunnelProvider): Promise<string | undefined> {
    return vault.get(tokenName(provider)).catch(() => undefined);
  }

  /** One after the other: the last one asked for counts. */
  function configure(): Promise<void> {
    configured = configured.then(async () => {
      const { provider, config: wanted } = choice();
      const token = await tokenOf(provider);
      await supervisor.configure(findTunnel(provider), {
        ...wanted,
        ...(token !== undefined && { token }),
        thread,
      });
    });
    return configured;
  }

  function begin(asked: boolean): void {
    if (choice().provider !== 'off') return;
    if (options.tunnel === 'off') {
      throw new AppError(
        'tunnel_off',
        'Greenroom was started with --tunnel off. Start it without that, or with another tunnel.',
      );
    }
    if (!asked)
      throw new AppError('tunnel_off', 'No way in from the internet is chosen. Choose one under Connection.');
    settingsChanged(config.saveSettings({ tunnel: defaultTunnel }));
  }

  return {
    configure,

    /** Every change of the supervisor's status. */
    changed(status: TunnelStatus): void {
      for (const one of waiting) one(status);
    },

    /**
     * Waits until the way in is open and proved.
     * @param asked a person wants it: where none was chosen, the default one is, and kept
     * @returns the public address @throws AppError `tunnel_off`, `tunnel_down`, and what the provider met
     */
    async open(asked: boolean): Promise<string> {
      begin(asked);
      await configured;
      const now = supervisor.status();
      if (now.state === 'connected' && now.publicUrl !== null) return now.publicUrl;
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const look = (status: TunnelStatus) => {
        if (status.state === 'connected' && status.publicUrl !== null) resolve(status.publicUrl);
        if (status.state === 'failed') reject(downBecause(status));
      };
      const timer = setTimeout(() => reject(downBecause(supervisor.status())), WAIT_MS);
      waiting.add(look);
      if (now.state !== 'opening') supervisor.check('asked');
      return promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(look);
      });
    },

    address(): string | null {
      const { state, publicUrl } = supervisor.status();
      return state === 'connected' ? publicUrl : null;
    },

    isStable: () => findTunnel(choice().provider)?.info.stable ?? false,

    list(): TunnelInfo[] {
      return [offInfo, ...tunnels.map(({ info }) => info)].map(({ token, ...info }) => ({
        ...info,
        ...(token && { token: { ...token, hasToken: vault.has(tokenName(info.id)) } }),
      }));
    },

    /** @throws AppError `bad_input`, `vault_unavailable`, `store_failed` */
    async setToken(provider: TunnelProvider, token: string | null): Promise<void> {
      if (!findTunnel(provider)?.info.token) throw new AppError('bad_input', 'provider: takes no token.');
      if (token === null) await vault.delete(tokenName(provider));
      else await vault.set(tokenName(provider), token);
      if (choice().provider === provider) await configure();
    },

    /** Tries or proves it now. */
    retry: () => supervisor.check('asked'),
  };
}

export type WayIn = ReturnType<typeof createWayIn>;

function tokenName(provider: TunnelProvider): string {
  return `tunnel:${provider}`;
}

function downBecause({ code, reason }: TunnelStatus): AppError {
  return new AppError(
    code ?? 'tunnel_down',
    reason ?? 'The way in from the internet could not be opened yet. Greenroom keeps trying.',
  );
}
