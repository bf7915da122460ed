import type { Endpoint } from '../../../shared/endpoints.ts';
import type { Agent, FeedEvent } from '../../../shared/events.ts';
import type { Log } from '../files/log.ts';
import type { Accounts } from '../registration/accounts.ts';
import type { Fetched, Kept } from '../store/arrival.ts';
import { findVendor } from '../vendors/registry.ts';
import type { VendorDirectory } from '../vendors/vendor-api.ts';
import { createAgents } from './agents.ts';
import { createOutages } from './outages.ts';
import { createRecover } from './recover.ts';
import { createTranscripts } from './transcripts.ts';

export interface RecoveryContext {
  dataDir: string;
  log: Log;
  endpoints: { list(): Endpoint[] };
  accounts: Accounts;
  keep(fetched: Fetched): Promise<Kept>;
  /** It was registered at some time, and is to be so: what was missed since then is of interest. */
  wasConfirmed(endpointId: string): boolean;
  refOf(endpointId: string): string | undefined;
  vendorSessionOf(sessionId: string): Promise<string>;
  gapFound(endpoint: Endpoint, added: number): void;
  agentKnown(agent: Agent): void;
}

/** What the vendors can tell that no delivery has brought: what was missed, what was said, and who agents are. */
export function createRecovery(context: RecoveryContext) {
  const { dataDir, log, endpoints, accounts, keep } = context;
  const known = (id: string) => endpoints.list().find((one) => one.id === id);

  const transcripts = createTranscripts({
    dataDir,
    log,
    keep,
    apiOf(id) {
      const endpoint = known(id);
      const api = endpoint && accounts.find(endpoint);
      return endpoint && api && { vendor: endpoint.vendor, api };
    },
    sessionOf: async (sessionId) => ({ vendorSessionId: await context.vendorSessionOf(sessionId) }),
  });

  const recover = createRecover({
    log,
    keep,
    registered: () => endpoints.list().filter(({ id, enabled }) => enabled && context.wasConfirmed(id)),
    apiOf: (endpoint) => accounts.find(endpoint),
    refOf: context.refOf,
    transcript: transcripts.ask,
    told: context.gapFound,
  });

  const outages = createOutages(dataDir, log, (outage) => recover.begin(outage));

  const agents = createAgents({ dataDir, log, directoriesOf, changed: context.agentKnown });

  /** The endpoint's own, then those of the same vendor's other endpoints: one account may know another's agents. */
  function directoriesOf(endpointId: string): VendorDirectory[] {
    const title = findVendor(known(endpointId)?.vendor ?? '')?.info.title;
    return endpoints
      .list()
      .filter(({ vendor, hasCredentials }) => hasCredentials && findVendor(vendor)?.info.title === title)
      .sort((a, b) => Number(b.id === endpointId) - Number(a.id === endpointId))
      .flatMap((endpoint) => accounts.directory(endpoint) ?? []);
  }

  return {
    agents,
    /** The path was proved; milliseconds since the epoch. */
    proved: outages.proved,
    /** The path is not whole any more. */
    lost: outages.lost,

    committed(events: readonly FeedEvent[]): void {
      agents.met(events);
      transcripts
        .ended(events)
        .catch((error) => log.warn({ err: error }, 'a transcript could not be asked for'));
    },

    stop(): void {
      recover.stop();
      transcripts.stop();
      agents.stop();
      outages.stop();
    },
  };
}
