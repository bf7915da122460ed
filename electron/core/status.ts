import type { Settings } from '../../shared/settings.ts';
import type {
  Counters,
  ReceiverStatus,
  SecretsStatus,
  Status,
  StoreStatus,
  TunnelStatus,
} from '../../shared/status.ts';
import type { HostPorts } from './ports.ts';

/** The one place where the state that is shown is put together. */
export function createStatus(
  ports: HostPorts,
  secretsAtStart: SecretsStatus,
  lastSeq: () => number,
  changed: (status: Status) => void,
) {
  let secrets = secretsAtStart;
  let receiver: ReceiverStatus = { state: 'stopping', url: '' };
  let tunnel: TunnelStatus = { state: 'off', provider: 'off', publicUrl: null, lastProofAt: null };
  let store: StoreStatus = { state: 'writing', bytes: 0 };
  let counters: Counters = { unknownKey: 0, tooLarge: 0, tooSlow: 0, headersTooLarge: 0 };

  const now = (): Status => ({
    receiver,
    tunnel,
    store,
    secrets,
    counters,
    lastSeq: lastSeq(),
    host: ports.host,
    version: ports.version,
    dataDir: ports.dataDir,
  });

  return {
    now,
    setReceiver(next: ReceiverStatus): void {
      receiver = next;
      changed(now());
    },
    setTunnel(next: TunnelStatus): void {
      tunnel = next;
      changed(now());
    },
    /** @returns whether that is news */
    setStore(failed: { reason?: string } | null): boolean {
      const next: StoreStatus = { state: failed ? 'failed' : 'writing', bytes: store.bytes, ...failed };
      if (next.state === store.state && next.reason === store.reason) return false;
      store = next;
      changed(now());
      return true;
    },
    setSecrets(next: SecretsStatus): void {
      const isNews =
        next.state !== secrets.state || next.keptBy !== secrets.keptBy || next.reason !== secrets.reason;
      secrets = next;
      if (isNews) changed(now());
    },
    /** Only looked at when asked for: no push. */
    setCounters({ bytes, ...rest }: Counters & { bytes: number }): void {
      counters = rest;
      store = { ...store, bytes };
    },
  };
}

/** What can be said of the way in: this version opens no tunnel of its own, and proves none. */
export function tunnelStatus(ports: HostPorts, settings: Settings): TunnelStatus {
  const provider = ports.options.tunnel ?? (ports.options.publicUrl ? 'url' : settings.tunnel);
  const base = { provider, publicUrl: null, lastProofAt: null };
  if (provider === 'off') return { ...base, state: 'off' };
  if (provider === 'url' && ports.options.publicUrl) {
    return {
      ...base,
      state: 'unproved',
      publicUrl: ports.options.publicUrl,
      reason: 'Given by you, not yet proved.',
    };
  }
  const reason =
    provider === 'url' ? 'No public address was given.' : `This version cannot open ${provider} yet.`;
  return { ...base, state: 'failed', reason };
}
