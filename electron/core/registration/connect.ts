import type { Endpoint } from '../../../shared/endpoints.ts';
import { AppError } from '../../../shared/errors.ts';
import { findVendor } from '../vendors/registry.ts';
import type { VendorApi } from '../vendors/vendor-api.ts';
import type { Arrivals } from './arrivals.ts';
import { carriesKey } from './plan.ts';
import { type Run, reconcile, removeAll } from './reconcile.ts';
import type { RegistrarContext } from './registrar.ts';
import type { Steps } from './steps.ts';

export const isByHand = ({ vendor }: Pick<Endpoint, 'vendor'>) =>
  findVendor(vendor)?.info.registers === 'by-hand';

/** What one try does: towards a registration, or away from it. Each is safe to repeat after any failure or crash. */
export function createConnect(context: RegistrarContext, arrivals: Arrivals) {
  const { journal, accounts, endpoints, log } = context;

  /** Proves the credentials, and settles what the registration is about. */
  async function access(id: string): Promise<VendorApi> {
    const endpoint = endpoints.get(id);
    const api = accounts.open(endpoint);
    await api.checkAccess();
    if (!api.targets || endpoint.options.headId !== undefined) return api;
    const [only, ...others] = await api.targets();
    const what = findVendor(endpoint.vendor)?.info.targetLabel ?? 'target';
    if (!only)
      throw new AppError('choose_target', `This account has no ${what} yet. Make one at the vendor first.`);
    if (others.length > 0)
      throw new AppError('choose_target', `This account has several: choose the ${what} to connect.`);
    await endpoints.chooseTarget(id, only.id);
    return accounts.open(endpoints.get(id));
  }

  function runOf(endpoint: Endpoint, api: VendorApi, url: string, steps: Steps): Run {
    const { id, key, enabled, options } = endpoint;
    return {
      endpointId: id,
      key,
      url,
      enabled,
      events: options.events ?? [],
      api,
      journal,
      steps,
      arrivals,
      secret: () => endpoints.secret(id),
      saveSecret: (secret) => endpoints.saveSecret(id, secret),
      sendTest: () => context.sendTest(id),
    };
  }

  /** The vendor has no API: the user carries the URL there, and the first delivery proves that it arrived. */
  function waitForHand({ id, name }: Endpoint, url: string): void {
    const { current } = journal.of(id);
    if (current?.url === url) return;
    // `since` stands only where a delivery came through this very address.
    journal.note(id, { current: { url } });
    if (current?.since !== undefined) context.told.addressChanged(id, name);
  }

  return {
    runOf,

    /** @param address of the way in, proved */
    async connect(id: string, address: string, steps: Steps): Promise<void> {
      const endpoint = endpoints.get(id);
      const url = address + endpoint.path;
      if (isByHand(endpoint)) return waitForHand(endpoint, url);
      const api = await steps.do('access', () => access(id));
      const confirmedAt = await reconcile(runOf(endpoints.get(id), api, url, steps));
      if (confirmedAt !== undefined) journal.note(id, { confirmedAt });
      log.info({ endpointId: id }, 'registered');
    },

    async takeBack(id: string, steps: Steps): Promise<void> {
      const { made, creating } = journal.of(id);
      const endpoint = endpoints.get(id);
      if (!isByHand(endpoint) && (made.length > 0 || creating)) {
        const api = await steps.do('access', () => accounts.open(endpoint));
        await steps.do('clean', async () => {
          const ours = (await api.list()).filter(({ url }) => carriesKey(url, endpoint.key));
          const refs = [...new Set([...made, ...ours.map(({ ref }) => ref)])];
          await removeAll({ api, journal, endpointId: id }, refs);
        });
        log.info({ endpointId: id }, 'registration taken back');
      }
      journal.note(id, { creating: false, current: undefined, confirmedAt: undefined });
    },
  };
}
