import type { Endpoint, Registration, RegistrationStep } from '../../../shared/endpoints.ts';
import { AppError, type WireError } from '../../../shared/errors.ts';
import type { Log } from '../files/log.ts';
import type { Accounts } from './accounts.ts';
import { createArrivals, type Reached } from './arrivals.ts';
import { type Attempts, createAttempts } from './attempts.ts';
import { createConnect, isByHand } from './connect.ts';
import type { Journal } from './journal.ts';
import type { Leftovers } from './leftovers.ts';
import { listOthers, removeOther } from './others.ts';
import { prove, removeAll } from './reconcile.ts';
import { createSteps } from './steps.ts';
import { viewRegistration } from './view.ts';

const QUIT_MS = 2_500;
const STOP_MS = 500;
const allSteps: RegistrationStep[] = ['tunnel', 'access', 'switch', 'create', 'secret', 'test', 'clean'];

export interface RegistrarContext {
  journal: Journal;
  accounts: Accounts;
  leftovers: Leftovers;
  log: Log;
  endpoints: {
    /** @throws AppError `not_found` */
    get(id: string): Endpoint;
    list(): Endpoint[];
    /** The one in use; undefined where there is none that can be read. */
    secret(id: string): string | undefined;
    saveSecret(id: string, secret: string): Promise<void>;
    chooseTarget(id: string, target: string): Promise<void>;
    /** Keeps its credentials beyond its deletion. */
    leaveCredentials(id: string): Promise<void>;
  };
  way: {
    /**
     * Waits until it is open. @param asked a person wants it: where none was chosen, the default one is, and kept
     * @returns the public address, proved. @throws AppError, TunnelError
     */
    open(asked: boolean): Promise<string>;
    /** The public address, where it is proved now. */
    address(): string | null;
  };
  /** Our own signed test delivery through the public URL. @returns when it arrived, in ISO 8601 */
  sendTest(endpointId: string): Promise<string>;
  /** What is shown of it has changed. */
  changed(endpointId: string): void;
  /** What the user is told of what nobody waits for. */
  told: {
    failed(endpointId: string, name: string, error: WireError): void;
    addressChanged(endpointId: string, name: string): void;
  };
}

/** Makes the vendors deliver here, and keeps that true. */
export function createRegistrar(context: RegistrarContext) {
  const { journal, accounts, leftovers, endpoints, way, log } = context;
  const arrivals = createArrivals();
  const { connect, takeBack, runOf } = createConnect(context, arrivals);
  const attempts = new Map<string, Attempts>();
  /** Registered because a person has just said so, which is the consent to open a way in. */
  const asked = new Set<string>();
  /** Found right in this run: before that, what the journal says may no longer be so. */
  const verified = new Set<string>();
  /** The address that a try under way works with; not set while it waits for one. */
  const using = new Map<string, string>();

  function attemptsOf(id: string): Attempts {
    const known = attempts.get(id);
    if (known) return known;
    const made = createAttempts({
      stepNames: () => stepsOf(endpoints.get(id)),
      async work(steps) {
        using.delete(id);
        if (!journal.of(id).wanted) return takeBack(id, steps);
        const address = await steps.do('tunnel', () => way.open(asked.has(id)));
        using.set(id, address);
        await connect(id, address, steps);
        verified.add(id);
      },
      changed: () => context.changed(id),
      failed(error, final) {
        log.warn({ endpointId: id, code: error.code }, 'a registration could not be brought up to date');
        const endpoint = endpoints.list().find((one) => one.id === id);
        if (final && endpoint) context.told.failed(id, endpoint.name, error);
      },
    });
    attempts.set(id, made);
    return made;
  }

  function stepsOf(endpoint: Endpoint): RegistrationStep[] {
    if (!journal.of(endpoint.id).wanted) return isByHand(endpoint) ? [] : ['access', 'clean'];
    if (isByHand(endpoint)) return ['tunnel'];
    const hasSwitch = accounts.find(endpoint)?.switchOn !== undefined;
    return allSteps.filter((step) => step !== 'switch' || hasSwitch);
  }

  function oursOf(endpointId: string) {
    return { made: journal.of(endpointId).made, keys: endpoints.list().map(({ key }) => key) };
  }

  return {
    view: (endpointId: string): Registration =>
      viewRegistration(journal.of(endpointId), attempts.get(endpointId), verified.has(endpointId)),

    /** Resolves when it is proved; of a vendor without an API, when its first delivery is waited for. @throws AppError */
    async register(endpointId: string): Promise<void> {
      endpoints.get(endpointId);
      journal.note(endpointId, { wanted: true });
      asked.add(endpointId);
      try {
        await attemptsOf(endpointId).now();
      } finally {
        asked.delete(endpointId);
      }
    },

    /** @throws AppError; what could not be taken back yet is tried again by itself */
    async unregister(endpointId: string): Promise<void> {
      endpoints.get(endpointId);
      journal.note(endpointId, { wanted: false });
      await attemptsOf(endpointId).now();
    },

    /** @throws AppError `test_failed`, `tunnel_down`, `bad_input` */
    async test(endpointId: string): Promise<void> {
      const endpoint = endpoints.get(endpointId);
      if (!endpoint.enabled)
        throw new AppError('bad_input', 'This endpoint is switched off. Switch it on first.');
      const address = await way.open(true);
      const ref = journal.of(endpointId).current?.ref;
      if (ref === undefined) {
        await context.sendTest(endpointId);
        return;
      }
      const steps = createSteps([], () => undefined);
      const run = runOf(endpoint, accounts.open(endpoint), address + endpoint.path, steps);
      journal.note(endpointId, { confirmedAt: await prove(run, ref) });
      context.changed(endpointId);
    },

    async targets(endpointId: string) {
      const api = accounts.open(endpoints.get(endpointId));
      if (!api.targets) throw new AppError('not_available', 'There is nothing to choose at this vendor.');
      return api.targets();
    },

    others: async (endpointId: string) =>
      listOthers(accounts.open(endpoints.get(endpointId)), oursOf(endpointId)),
    removeOther: async (endpointId: string, ref: string) =>
      removeOther(accounts.open(endpoints.get(endpointId)), oursOf(endpointId), ref),

    async log(endpointId: string) {
      const api = accounts.open(endpoints.get(endpointId));
      if (!api.log) throw new AppError('not_available', 'This vendor keeps no log that can be shown.');
      const ref = journal.of(endpointId).current?.ref;
      return ref === undefined ? [] : api.log(ref);
    },

    refOf: (endpointId: string) => journal.of(endpointId).current?.ref,
    /** It was registered and confirmed at some time, and is to be so: what was missed since then is of interest. */
    wasConfirmed(endpointId: string): boolean {
      const { wanted, confirmedAt } = journal.of(endpointId);
      return wanted && confirmedAt !== undefined;
    },

    /** Deliveries came through the public path. */
    reached(all: readonly Reached[]): void {
      arrivals.reached(all);
      for (const { endpointId, at } of all) {
        const { wanted, current } = journal.of(endpointId);
        if (!wanted || !current || current.ref !== undefined || current.since !== undefined) continue;
        journal.note(endpointId, { current: { url: current.url, since: at }, confirmedAt: at });
        context.changed(endpointId);
      }
    },

    /** The way in is proved at this address: whoever is registered elsewhere follows. */
    opened(address: string): void {
      for (const { id, path } of endpoints.list()) {
        const { wanted, current, confirmedAt } = journal.of(id);
        if (!wanted) continue;
        const one = attemptsOf(id);
        const isSettled = verified.has(id) && confirmedAt !== undefined && !one.shown().failure;
        if (
          one.isRunning()
            ? (using.get(id) ?? address) === address
            : isSettled && current?.url === address + path
        )
          continue;
        void one.trigger();
      }
    },

    /** Its options, credentials or switch have changed. */
    endpointChanged(endpointId: string): void {
      // While there is no way in, the next one brings it up to date.
      verified.delete(endpointId);
      if (journal.of(endpointId).wanted && way.address() !== null) void attemptsOf(endpointId).trigger();
    },

    /** Before an endpoint is deleted: what it has at the vendor is taken back afterwards, now or later. */
    async leave(endpointId: string): Promise<void> {
      const endpoint = endpoints.get(endpointId);
      const { made, creating } = journal.of(endpointId);
      await attempts.get(endpointId)?.stop();
      attempts.delete(endpointId);
      if (isByHand(endpoint) || (made.length === 0 && !creating)) return journal.forget(endpointId);
      await endpoints.leaveCredentials(endpointId);
      const { vendor, key, options } = endpoint;
      journal.leave(endpointId, { vendor, key, options, made: [...made] });
      void leftovers.clearAll();
    },

    /** At the start: what a crash, or a quit without network, has left to be done and that needs no way in. */
    resume(): void {
      const known = new Set(endpoints.list().map(({ id }) => id));
      for (const id of journal.ids()) {
        const { wanted, made, creating } = journal.of(id);
        if (!known.has(id)) journal.forget(id);
        else if (!wanted && (made.length > 0 || creating)) void attemptsOf(id).trigger();
      }
      void leftovers.clearAll();
    },

    /** On a clean quit, where the user wants it so; what is not done in time is found at the next start. */
    async takeBackAll(): Promise<void> {
      const work = endpoints.list().map(async (endpoint) => {
        const { made } = journal.of(endpoint.id);
        const api = made.length > 0 ? accounts.find(endpoint) : undefined;
        if (!api) return;
        await removeAll({ api, journal, endpointId: endpoint.id }, made);
        journal.note(endpoint.id, { current: undefined });
      });
      await within(QUIT_MS, Promise.allSettled(work));
    },

    /** Bounded: a vendor that hangs does not hold up the quit, and what it does is found at the next start. */
    async stop(): Promise<void> {
      leftovers.stop();
      await within(STOP_MS, Promise.all([...attempts.values()].map((one) => one.stop())));
    },
  };
}

export type Registrar = ReturnType<typeof createRegistrar>;

function within(ms: number, work: Promise<unknown>): Promise<unknown> {
  return Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms).unref())]);
}
