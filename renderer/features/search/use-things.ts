import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Agent } from '../../../shared/events.ts';
import { isPaused } from '../../../shared/pause.ts';
import { useStores } from '../../stores/context.ts';
import { places, routeHash } from '../../stores/route-store.ts';
import { screenNames } from '../../words/common.ts';
import { alsoKnownAs } from '../../words/search.ts';
import { commandsOf } from './commands.ts';
import type { Thing } from './things.ts';

/** All that can be gone to or done now. */
export function useThings(): Thing[] {
  const stores = useStores();
  const { endpoints, vendors } = useStore(stores.endpoints);
  const agents = useStore(stores.agents, (state) => state.byId);
  const settings = useStore(stores.settings, (state) => state.settings);
  const isDesktop = useStore(stores.status, ({ status }) => status?.desktop !== undefined);

  return useMemo(() => {
    const titleOf = (vendor: string) => vendors.find(({ id }) => id === vendor)?.title ?? vendor;
    return [
      ...endpoints.map(
        ({ id, name, vendor }): Thing => ({
          kind: 'endpoint',
          key: `endpoint ${id}`,
          title: name,
          detail: titleOf(vendor),
          alsoKnownAs: id,
          leads: { to: routeHash('endpoints', id) },
        }),
      ),
      ...agentThings([...agents.values()]),
      ...places.map(
        (name): Thing => ({
          kind: 'screen',
          key: `screen ${name}`,
          title: screenNames[name],
          ...(name === 'connection' && { alsoKnownAs: alsoKnownAs.connection }),
          leads: { to: routeHash(name) },
        }),
      ),
      ...commandsOf({
        endpoints,
        isPaused: isPaused(settings?.pausedUntil ?? null, Date.now()),
        isDesktop,
        theme: settings?.theme,
      }),
    ];
  }, [endpoints, vendors, agents, settings, isDesktop]);
}

/** One agent may be told of under several ids; it is one to those who look for it. */
function agentThings(agents: readonly Agent[]): Thing[] {
  const byName = Map.groupBy(agents, ({ name }) => name);
  return [...byName].map(([name, same]) => {
    const ids = same.map(({ agentId }) => agentId);
    return {
      kind: 'agent',
      key: `agent ${ids[0]}`,
      title: name,
      ...(ids[0] !== undefined && ids[0] !== name && { detail: ids[0] }),
      alsoKnownAs: ids.join(' '),
      leads: { does: 'agent', ids: ids.slice(0, 10), name },
    };
  });
}
