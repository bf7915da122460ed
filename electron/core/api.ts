import type { Command, Parsed, Value } from '../../shared/contract.ts';
import type { Endpoint } from '../../shared/endpoints.ts';
import { AppError } from '../../shared/errors.ts';
import type { Settings } from '../../shared/settings.ts';
import { MOST_MUTED } from '../../shared/settings.ts';
import type { Status } from '../../shared/status.ts';
import type { Endpoints } from './endpoints/endpoints.ts';
import type { createSamples } from './endpoints/samples.ts';
import type { Config } from './files/config.ts';
import type { SpokenLanguage } from './language.ts';
import type { Notices } from './notices.ts';
import type { Notifier } from './notifications/notifier.ts';
import type { DesktopPorts } from './ports.ts';
import type { Agents } from './recovery/agents.ts';
import type { Registrar } from './registration/registrar.ts';
import { idsMeant } from './store/search-names.ts';
import type { ReadFunctions, ReceiveFunctions, SearchFunctions } from './threads/contract.ts';
import type { Remote } from './threads/rpc.ts';
import { vendors } from './vendors/registry.ts';
import type { WayIn } from './way-in.ts';

/** The parts that commands are made of. */
export interface Parts {
  config: Config;
  endpoints: Endpoints;
  notices: Notices;
  notifier: Notifier;
  language: SpokenLanguage;
  desktop: DesktopPorts | undefined;
  samples: ReturnType<typeof createSamples>;
  registrar: Registrar;
  wayIn: WayIn;
  agents: Agents;
  credentialsChanged(endpointId: string): void;
  receive(): Pick<Remote<ReceiveFunctions>, 'recheck'>;
  read(): Remote<ReadFunctions>;
  search(): Remote<SearchFunctions>;
  status(): Promise<Status>;
  settingsChanged(settings: Settings): void;
  /** What only the host knows is other than before. */
  statusChanged(): void;
}

export type Api = { [C in Command]: (input: Parsed<C>) => Value<C> | Promise<Value<C>> };

/** One short function a command. */
export function createApi(parts: Parts): Api {
  const { config, endpoints, notices, notifier, language, samples, registrar, wayIn, agents } = parts;
  const saveSettings = (patch: Parsed<'settings.set'>): Settings => {
    const settings = config.saveSettings(patch);
    parts.settingsChanged(settings);
    return settings;
  };
  const desktop = (): DesktopPorts => {
    if (parts.desktop) return parts.desktop;
    throw new AppError('not_available', 'Only the desktop app can do this.');
  };
  const named = () => [
    ...agents.list().map(({ agentId, name }) => ({ id: agentId, name })),
    ...endpoints.list().map(({ id, name }) => ({ id, name })),
  ];
  return {
    'status.get': () => parts.status(),
    'vendor.list': () => ({ vendors: vendors.map(({ info }) => info) }),

    'endpoint.create': (input) => endpoints.create(input),
    'endpoint.list': () => ({ endpoints: endpoints.list() }),
    'endpoint.update': async (input) => {
      const before = endpoints.get(input.endpointId);
      const endpoint = await endpoints.update(input);
      if (needsVendor(before, endpoint)) registrar.endpointChanged(endpoint.id);
      return endpoint;
    },
    'endpoint.setSecret': async (input) => {
      const endpoint = await endpoints.setSecret(input);
      // A value that came before we knew it to be secret stands in what was refused.
      if (input.header)
        await parts
          .receive()
          .recheck(endpoint.id, false)
          .catch(() => undefined);
      if (input.credentials) parts.credentialsChanged(endpoint.id);
      return endpoint;
    },
    'endpoint.delete': async ({ endpointId }) => {
      await registrar.leave(endpointId);
      await endpoints.delete(endpointId);
      return {};
    },
    'endpoint.register': async ({ endpointId }) => {
      await registrar.register(endpointId);
      return endpoints.get(endpointId);
    },
    'endpoint.unregister': async ({ endpointId }) => {
      await registrar.unregister(endpointId);
      return endpoints.get(endpointId);
    },
    'endpoint.test': async ({ endpointId }) => {
      await registrar.test(endpointId);
      return endpoints.get(endpointId);
    },

    'registration.targets': async ({ endpointId }) => ({ targets: await registrar.targets(endpointId) }),
    'registration.others': async ({ endpointId }) => ({ others: await registrar.others(endpointId) }),
    'registration.removeOther': async ({ endpointId, ref }) => {
      await registrar.removeOther(endpointId, ref);
      return {};
    },
    'registration.log': async ({ endpointId }) => ({ entries: await registrar.log(endpointId) }),

    'tunnel.list': () => ({ providers: wayIn.list() }),
    'tunnel.setToken': async ({ provider, token }) => {
      await wayIn.setToken(provider, token);
      return {};
    },
    'tunnel.retry': () => {
      wayIn.retry();
      return parts.status();
    },

    'agent.list': () => ({ agents: agents.list() }),
    'agent.picture': ({ agentId }) => ({ picture: agents.picture(agentId) }),

    'feed.page': (input) => parts.read().feedPage(input),
    'session.list': (input) => parts.read().sessionList(input),
    'session.get': (input) => parts.read().sessionGet(input),
    'session.events': (input) => parts.read().sessionEvents(input),
    'delivery.list': (input) => parts.read().deliveryList(input),
    'delivery.get': (input) => parts.read().deliveryGet(input),
    'delivery.recheck': ({ endpointId, apply }) =>
      parts.receive().recheck(endpoints.get(endpointId).id, apply),

    search: (input) => parts.search().search(input, idsMeant(input.query, named())),
    'insights.get': (input) => parts.search().insights(input),
    'sample.send': async ({ endpointId, kind }) => ({ deliveryId: await samples.send(endpointId, kind) }),
    'demo.play': () => samples.demo.play(),
    'demo.stop': () => samples.demo.stop(),
    'demo.state': () => samples.demo.state(),

    'settings.get': () => config.settings(),
    'settings.set': saveSettings,

    'notice.list': () => ({ notices: notices.list() }),

    'alert.try': () => ({ alertId: notifier.raiseTrial() }),
    'alert.outcome': ({ alertId, shown, reason }) => {
      notifier.outcome(alertId, shown, reason);
      return {};
    },
    'alert.decisions': () => ({ decisions: notifier.decisions() }),
    'alert.mute': ({ kind, id, muted }) => {
      const others = config.settings().muted.filter((one) => one.kind !== kind || one.id !== id);
      return saveSettings({ muted: muted ? [...others, { kind, id }].slice(-MOST_MUTED) : others });
    },
    'attention.set': ({ language: spoken, ...view }) => {
      if (spoken) language.heard(spoken);
      notifier.attend(view);
      return {};
    },

    'login.set': async ({ on }) => {
      desktop().login.set(on);
      parts.statusChanged();
      return parts.status();
    },
    'update.check': async () => {
      await desktop().updates.check();
      return parts.status();
    },
    'update.download': async () => {
      await desktop().updates.download();
      return parts.status();
    },
    'update.install': () => {
      desktop().updates.install();
      return parts.status();
    },
  };
}

/** Something that the vendor's record depends on. */
function needsVendor(before: Endpoint, after: Endpoint): boolean {
  return before.enabled !== after.enabled || JSON.stringify(before.options) !== JSON.stringify(after.options);
}
