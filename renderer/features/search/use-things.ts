import { useMemo } from 'react';
import { useStore } from 'zustand';
import { isPaused } from '../../../shared/pause.ts';
import { useAgentName, useEndpointName, useStores, useVendorTitle } from '../../stores/context.ts';
import { newEndpoint, places, routeHash } from '../../stores/route-store.ts';
import { useNow } from '../../ui/use-now.ts';
import { screenNames } from '../../words/common.ts';
import { type CommandName, find } from '../../words/find.ts';
import { sessionName, sessionPlace } from '../sessions/session-name.ts';
import type { Thing } from './things.ts';

const goes: Partial<Record<CommandName, string>> = {
  newEndpoint: routeHash('endpoints', newEndpoint),
  alerts: routeHash('settings', 'alerts'),
  why: routeHash('settings', 'why'),
};

/** All that can be found beside what was said: what this window knows of now. */
export function useThings(): Thing[] {
  const stores = useStores();
  const endpoints = useStore(stores.endpoints, (state) => state.endpoints);
  const agents = useStore(stores.agents, (state) => state.byId);
  const alive = useStore(stores.alive, (state) => state.sessions);
  const listed = useStore(stores.sessions, (state) => state.rows);
  const pausedUntil = useStore(stores.settings, (state) => state.settings?.pausedUntil ?? null);
  const paused = isPaused(pausedUntil, useNow());
  const nameOf = useEndpointName();
  const agentOf = useAgentName();
  const titleOf = useVendorTitle();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the names come from the same stores
  return useMemo(() => {
    const sessions = new Map([...listed, ...alive].map((session) => [session.id, session]));
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
      ...[...agents.values()].flatMap(({ agentId, name }): Thing[] => {
        const last = [...sessions.values()].find((session) => session.agentId === agentId);
        if (!last) return [];
        const leads = { to: routeHash('sessions', last.id) };
        return [{ kind: 'agent', key: `agent ${agentId}`, title: name, detail: agentId, leads }];
      }),
      ...[...sessions.values()].map(
        (session): Thing => ({
          kind: 'session',
          key: `session ${session.id}`,
          title: sessionName(session, nameOf, agentOf),
          detail: sessionPlace(session, titleOf),
          alsoKnownAs: [session.id, session.vendorSessionId, session.room ?? ''].join(' '),
          leads: { to: routeHash('sessions', session.id) },
        }),
      ),
      ...places.map(
        (name): Thing => ({
          kind: 'screen',
          key: `screen ${name}`,
          title: screenNames[name],
          leads: { to: routeHash(name) },
        }),
      ),
      ...commandNames(paused).map((name): Thing => {
        const to = goes[name];
        return {
          kind: 'command',
          key: `command ${name}`,
          title: find.commands[name],
          alsoKnownAs: find.alsoKnownAs[name],
          leads: to === undefined ? { does: name } : { to },
        };
      }),
    ];
  }, [endpoints, agents, alive, listed, paused]);
}

function commandNames(paused: boolean): CommandName[] {
  const all = Object.keys(find.commands) as CommandName[];
  return all.filter((name) => (paused ? !name.startsWith('pause') : name !== 'resume'));
}
