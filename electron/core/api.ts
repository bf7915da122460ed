import type { Command, Parsed, Value } from '../../shared/contract.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Status } from '../../shared/status.ts';
import type { Endpoints } from './endpoints/endpoints.ts';
import type { createSamples } from './endpoints/samples.ts';
import type { Config } from './files/config.ts';
import type { Notices } from './notices.ts';
import type { ReadFunctions, ReceiveFunctions, SearchFunctions } from './threads/contract.ts';
import type { Remote } from './threads/rpc.ts';
import { vendors } from './vendors/registry.ts';

/** The parts that commands are made of. */
export interface Parts {
  config: Config;
  endpoints: Endpoints;
  notices: Notices;
  samples: ReturnType<typeof createSamples>;
  receive(): Pick<Remote<ReceiveFunctions>, 'recheck'>;
  read(): Remote<ReadFunctions>;
  search(): Remote<SearchFunctions>;
  status(): Promise<Status>;
  settingsChanged(settings: Settings): void;
}

export type Api = { [C in Command]: (input: Parsed<C>) => Value<C> | Promise<Value<C>> };

/** One short function a command. */
export function createApi(parts: Parts): Api {
  const { config, endpoints, notices, samples } = parts;
  return {
    'status.get': () => parts.status(),
    'vendor.list': () => ({ vendors: vendors.map(({ info }) => info) }),

    'endpoint.create': (input) => endpoints.create(input),
    'endpoint.list': () => ({ endpoints: endpoints.list() }),
    'endpoint.update': (input) => endpoints.update(input),
    'endpoint.setSecret': (input) => endpoints.setSecret(input),
    'endpoint.delete': async ({ endpointId }) => {
      await endpoints.delete(endpointId);
      return {};
    },

    'feed.page': (input) => parts.read().feedPage(input),
    'session.list': (input) => parts.read().sessionList(input),
    'session.get': (input) => parts.read().sessionGet(input),
    'session.events': (input) => parts.read().sessionEvents(input),
    'delivery.list': (input) => parts.read().deliveryList(input),
    'delivery.get': (input) => parts.read().deliveryGet(input),
    'delivery.recheck': ({ endpointId, apply }) =>
      parts.receive().recheck(endpoints.get(endpointId).id, apply),

    search: (input) => parts.search().search(input),
    'sample.send': async ({ endpointId, kind }) => ({ deliveryId: await samples.send(endpointId, kind) }),

    'settings.get': () => config.settings(),
    'settings.set': (patch) => {
      const settings = config.saveSettings(patch);
      parts.settingsChanged(settings);
      return settings;
    },

    'notice.list': () => ({ notices: notices.list() }),
  };
}
