import type { Endpoint } from '../../shared/endpoints.ts';
import { endpointCredentials } from '../../shared/endpoints.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Endpoints } from './endpoints/endpoints.ts';
import type { createSamples } from './endpoints/samples.ts';
import type { Feed } from './feed.ts';
import type { Config } from './files/config.ts';
import type { Log } from './files/log.ts';
import type { Vault } from './files/vault.ts';
import { noticeTexts } from './notice-texts.ts';
import type { Notices } from './notices.ts';
import type { HostPorts } from './ports.ts';
import { createRecovery } from './recovery/recovery.ts';
import { createAccounts } from './registration/accounts.ts';
import { openJournal } from './registration/journal.ts';
import { createLeftovers } from './registration/leftovers.ts';
import { createRegistrar } from './registration/registrar.ts';
import type { createStatus } from './status.ts';
import type { Committed } from './store/arrival.ts';
import type { Readers } from './threads/readers.ts';
import type { ReceiveHost } from './threads/receive-host.ts';
import { createSupervisor } from './tunnels/supervisor.ts';
import { createWayIn } from './way-in.ts';

const HOUR_MS = 60 * 60 * 1000;
/** A path that is whole again by then, after a sleep or another choice, is no news. */
const NEWS_MS = 3_000;

export interface ConnectionContext {
  ports: HostPorts;
  log: Log;
  config: Config;
  vault: Vault;
  endpoints: Endpoints;
  samples: ReturnType<typeof createSamples>;
  notices: Notices;
  status: ReturnType<typeof createStatus>;
  feed: Feed;
  readers: Readers;
  receive: ReceiveHost;
  receiverPort(): number;
  settingsChanged(settings: Settings): void;
}

/** All that connects this computer with the vendors: the way in, its proofs, and the registrations that follow it. */
export function createConnection(context: ConnectionContext) {
  const { ports, log, config, vault, endpoints, samples, notices, status, feed, readers, receive } = context;
  const journal = openJournal(ports.dataDir);
  const accounts = createAccounts((id) => endpoints.credentialsOf(id));
  let isLost = false;
  let telling: NodeJS.Timeout | undefined;

  const supervisor = createSupervisor({
    port: context.receiverPort,
    issue: () => receive.ask().issueNonce(),
    remembered: (of) => config.tunnelName(of),
    remember(of, name) {
      try {
        config.saveTunnelName(of, name);
      } catch (error) {
        // The next start gets another name, and the vendors are told.
        log.warn({ err: error }, 'the name of the tunnel could not be kept');
      }
    },
    changed(now) {
      const before = status.now().tunnel.publicUrl;
      status.setTunnel(now);
      wayIn.changed(now);
      if (now.publicUrl === before) return;
      receive.setPublicHost(now.publicUrl === null ? null : new URL(now.publicUrl).host);
      endpoints.announceAll();
    },
    opened(publicUrl) {
      log.info('the way in is open and proved');
      clearTimeout(telling);
      if (isLost) notices.tell(noticeTexts.tunnelBack());
      isLost = false;
      registrar.opened(publicUrl);
    },
    proved: (at) => recovery.proved(at),
    listenerFailed: (error) => log.error({ err: error }, 'what the way in told could not be heard'),
    lost(since, reason) {
      log.warn({ since: new Date(since).toISOString(), reason }, 'the way in is lost');
      clearTimeout(telling);
      telling = setTimeout(() => {
        if (!isLost) notices.tell(noticeTexts.tunnelLost(reason));
        isLost = true;
      }, NEWS_MS).unref();
      recovery.lost();
    },
  });

  const wayIn = createWayIn({
    options: ports.options,
    config,
    vault,
    thread: ports.threads.localtunnel,
    supervisor,
    settingsChanged: context.settingsChanged,
  });

  const leftovers = createLeftovers({
    journal,
    log,
    credentials: {
      async get(endpointId) {
        const text = await vault.get(leftoverName(endpointId)).catch(() => undefined);
        return text === undefined ? undefined : endpointCredentials.parse(JSON.parse(text));
      },
      async delete(endpointId) {
        await vault.delete(leftoverName(endpointId));
      },
    },
  });

  const registrar = createRegistrar({
    journal,
    accounts,
    leftovers,
    log,
    endpoints: {
      get: endpoints.get,
      list: endpoints.list,
      secret(id) {
        try {
          return endpoints.secretsOf(id).secret;
        } catch {
          return undefined;
        }
      },
      async saveSecret(endpointId, secret) {
        await endpoints.setSecret({ endpointId, secret });
        // What the vendor sent before we knew the secret was refused; it was sent to us all the same.
        await receive
          .ask()
          .recheck(endpointId, true)
          .catch((error) => log.warn({ err: error }, 'no new check'));
      },
      async chooseTarget(endpointId, headId) {
        await endpoints.update({ endpointId, options: { headId } });
      },
      async leaveCredentials(id) {
        const credentials = endpoints.credentialsOf(id);
        if (credentials) await vault.set(leftoverName(id), JSON.stringify(credentials));
      },
    },
    way: wayIn,
    async sendTest(endpointId) {
      await samples.test(endpointId);
      return new Date().toISOString();
    },
    changed: (endpointId) => endpoints.announce(endpointId),
    told: {
      failed: (id, name, { message }) =>
        notices.tell(noticeTexts.registrationFailed(id, name, message), HOUR_MS),
      addressChanged: (id, name) => notices.tell(noticeTexts.addressChanged(id, name)),
    },
  });

  const recovery = createRecovery({
    dataDir: ports.dataDir,
    log,
    endpoints,
    accounts,
    keep: (fetched) => receive.ask().keepFetched(fetched),
    wasConfirmed: (id) => registrar.wasConfirmed(id),
    refOf: (id) => registrar.refOf(id),
    vendorSessionOf: async (sessionId) =>
      (await readers.read().ask.sessionGet({ sessionId })).session.vendorSessionId,
    gapFound: ({ id, name }, added) => notices.tell(noticeTexts.gapFound(id, name, added)),
    agentKnown: (agent) => feed.push('agent', agent),
  });

  /** The user's word; by itself, what leads to an address that will be gone is taken back. */
  function removesOnQuit(): boolean {
    const { registrationsOnQuit } = config.settings();
    return registrationsOnQuit === 'remove' || (registrationsOnQuit === 'auto' && !wayIn.isStable());
  }

  return {
    registrar,
    wayIn,
    agents: recovery.agents,

    /** What a commit changed, as far as it concerns the vendors. */
    committed({ reached, events }: Pick<Committed, 'reached' | 'events'>): void {
      try {
        registrar.reached(reached);
      } catch (error) {
        log.error({ err: error }, 'an arrival could not be noted');
      }
      if (events.length > 0) recovery.committed(events);
    },

    credentialsChanged(endpointId: string): void {
      recovery.agents.askAgain();
      registrar.endpointChanged(endpointId);
    },

    /** When the receiver listens. */
    async begin(): Promise<void> {
      registrar.resume();
      await wayIn.configure();
    },

    settingsChanged: () => wayIn.configure(),
    check: supervisor.check,

    /** While deliveries are still taken: those on their way when a registration is taken back arrive. */
    async takeBack(): Promise<void> {
      await registrar.stop();
      if (removesOnQuit()) await registrar.takeBackAll();
    },

    async close(): Promise<void> {
      clearTimeout(telling);
      recovery.stop();
      await supervisor.close();
    },
  };
}

export type Connection = ReturnType<typeof createConnection>;

/** For the endpoints that are read before the connection is there. */
export function registrationOf(connection: Connection | undefined, id: string): Endpoint['registration'] {
  return connection?.registrar.view(id) ?? { state: 'none' };
}

function leftoverName(endpointId: string): string {
  return `leftover:${endpointId}`;
}
