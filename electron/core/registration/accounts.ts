import type { Endpoint, EndpointCredentials } from '../../../shared/endpoints.ts';
import { AppError } from '../../../shared/errors.ts';
import { findVendor } from '../vendors/registry.ts';
import type { VendorApi, VendorDirectory } from '../vendors/vendor-api.ts';

/** The vendors' APIs, each opened once for the same credentials and options, so that tokens are not asked for again. */
export function createAccounts(credentialsOf: (endpointId: string) => EndpointCredentials | undefined) {
  const opened = new Map<string, { for: string; api: VendorApi }>();

  /** @throws AppError `no_credentials`, `not_available`, `secret_unreadable` */
  function open({ id, vendor, options }: Pick<Endpoint, 'id' | 'vendor' | 'options'>): VendorApi {
    const openApi = findVendor(vendor)?.openApi;
    if (!openApi) throw new AppError('not_available', 'This vendor has no API that Greenroom could ask.');
    const credentials = credentialsOf(id);
    if (!credentials) {
      throw new AppError('no_credentials', 'Enter the credentials of your account at this vendor first.');
    }
    const known = JSON.stringify([vendor, credentials, options]);
    const before = opened.get(id);
    if (before?.for === known) return before.api;
    const api = openApi({ credentials, options });
    opened.set(id, { for: known, api });
    return api;
  }

  return {
    open,
    /** undefined where it cannot be opened now, for those who can do without. */
    find(endpoint: Pick<Endpoint, 'id' | 'vendor' | 'options'>): VendorApi | undefined {
      try {
        return open(endpoint);
      } catch {
        return undefined;
      }
    },
    /** Who agents are: by the whole API, or by what a vendor without one lets be asked. */
    directory(endpoint: Pick<Endpoint, 'id' | 'vendor' | 'options'>): VendorDirectory | undefined {
      const openDirectory = findVendor(endpoint.vendor)?.openDirectory;
      if (!openDirectory) return this.find(endpoint);
      try {
        const credentials = credentialsOf(endpoint.id);
        return credentials && openDirectory({ credentials, options: endpoint.options });
      } catch {
        return undefined;
      }
    },
  };
}

export type Accounts = ReturnType<typeof createAccounts>;
