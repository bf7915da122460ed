import { useStore } from 'zustand';
import { eventKinds } from '../../../shared/events.ts';
import { useAgentName, useEndpointName, useStores, useVendorTitle } from '../../stores/context.ts';
import type { FeedFilter } from '../../stores/feed-filter.ts';
import { inertLine } from '../../text/inert.ts';
import { shortId } from '../../text/short-id.ts';
import { kindWords } from '../../words/events.ts';
import { live as words } from '../../words/live.ts';

export type PartName = 'vendor' | 'endpointId' | 'agentId' | 'kind';

export interface FilterPart {
  name: PartName;
  label: string;
  choices: { value: string; label: string }[];
  /** What is chosen, in words; undefined: all. */
  chosen: string | undefined;
}

/** What the feed can be narrowed by, with what there is to choose from. */
export function useFilterParts(filter: FeedFilter): FilterPart[] {
  const stores = useStores();
  const { endpoints, vendors } = useStore(stores.endpoints);
  const agents = useStore(stores.agents, (state) => state.byId);
  const alive = useStore(stores.alive, (state) => state.sessions);
  const titleOf = useVendorTitle();
  const endpointName = useEndpointName();
  const agentName = useAgentName();
  const nameAgent = (id: string) => inertLine(agentName(id) ?? shortId(id), 60);

  const known = [
    ...agents.keys(),
    ...alive.flatMap(({ agentId }) => agentId ?? []),
    ...(filter.agentId ? [filter.agentId] : []),
  ];
  const used = new Set([...endpoints.map(({ vendor }) => vendor), ...(filter.vendor ? [filter.vendor] : [])]);
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label);
  const part = (
    name: PartName,
    label: string,
    choices: FilterPart['choices'],
    nameOf: (value: string) => string,
  ) => {
    const value = filter[name];
    return { name, label, choices, chosen: value === undefined ? undefined : nameOf(value) };
  };
  return [
    part(
      'vendor',
      words.vendor,
      [...used].map((id) => {
        const subtitle = vendors.find((one) => one.id === id)?.subtitle;
        return { value: id, label: subtitle ? `${titleOf(id)} · ${subtitle}` : titleOf(id) };
      }),
      titleOf,
    ),
    part(
      'endpointId',
      words.endpoint,
      endpoints.map(({ id, name }) => ({ value: id, label: inertLine(name) })),
      (id) => inertLine(endpointName(id) ?? words.unknown),
    ),
    part(
      'agentId',
      words.agent,
      [...new Set(known)].map((id) => ({ value: id, label: nameAgent(id) })).sort(byLabel),
      nameAgent,
    ),
    part(
      'kind',
      words.kind,
      eventKinds.map((kind) => ({ value: kind, label: kindWords[kind] })),
      (kind) => kindWords[kind as keyof typeof kindWords],
    ),
  ];
}
