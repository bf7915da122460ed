import type { AlertsStatus } from '../../shared/alerts.ts';
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
  let alerts: AlertsStatus = { state: 'untried', unread: 0 };
  let counters: Counters = { unknownKey: 0, tooLarge: 0, tooSlow: 0, headersTooLarge: 0 };

  const now = (): Status => ({
    receiver,
    tunnel,
    store,
    secrets,
    alerts,
    ...(ports.desktop && {
      desktop: { login: ports.desktop.login.status(), update: ports.desktop.updates.status() },
    }),
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
    setAlerts(next: AlertsStatus): void {
      alerts = next;
      changed(now());
    },
    /** What only the host knows is other than before. */
    tellAgain: () => changed(now()),
    /** Only looked at when asked for: no push. */
    setCounters({ bytes, ...rest }: Counters & { bytes: number }): void {
      counters = rest;
      store = { ...store, bytes };
    },
  };
}
