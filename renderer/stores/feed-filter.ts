import type { Input } from '../../shared/contract.ts';
import { type EventKind, eventKinds, type FeedEvent } from '../../shared/events.ts';

/** What of the feed is shown; absent is all. */
export interface FeedFilter {
  vendor?: string;
  endpointId?: string;
  agentId?: string;
  kind?: EventKind;
  /** Only sessions with something that was not in view yet. */
  unread?: true;
}

const key = 'greenroom-live';
const LONGEST = 200;

/** The filter as it was left; whatever in it is not understood counts as not there. */
export function keptFeedFilter(kept: Pick<Storage, 'getItem'> | undefined): FeedFilter {
  try {
    const value: unknown = JSON.parse(kept?.getItem(key) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const one = value as Record<string, unknown>;
    const kind = eventKinds.find((known) => known === one.kind);
    return {
      ...part('vendor', one.vendor),
      ...part('endpointId', one.endpointId),
      ...part('agentId', one.agentId),
      ...(kind && { kind }),
      ...(one.unread === true && { unread: true as const }),
    };
  } catch {
    return {};
  }
}

export function keepFeedFilter(filter: FeedFilter, kept: Pick<Storage, 'setItem'> | undefined): void {
  try {
    kept?.setItem(key, JSON.stringify(filter));
  } catch {
    // It holds for this window then.
  }
}

export function isFeedFiltered(filter: FeedFilter): boolean {
  return Object.keys(filter).length > 0;
}

/** What the core is asked for. What is unread only the window knows. */
export function askedOf({ kind, unread: _, ...others }: FeedFilter): Input<'feed.page'> {
  return { ...others, ...(kind && { kinds: [kind] }) };
}

/** Whether the core would answer with it. */
export function isAskedFor(
  event: Pick<FeedEvent, 'vendor' | 'endpointId' | 'agentId' | 'kind'>,
  { vendor, endpointId, agentId, kind }: FeedFilter,
): boolean {
  return (
    (vendor === undefined || event.vendor === vendor) &&
    (endpointId === undefined || event.endpointId === endpointId) &&
    (agentId === undefined || event.agentId === agentId) &&
    (kind === undefined || event.kind === kind)
  );
}

function part<Name extends 'vendor' | 'endpointId' | 'agentId'>(name: Name, value: unknown) {
  const isId = typeof value === 'string' && value !== '' && value.length <= LONGEST;
  return (isId ? { [name]: value } : {}) as { [One in Name]?: string };
}
