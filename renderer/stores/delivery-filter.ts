import { type EventKind, eventKinds, type Verdict, verdicts } from '../../shared/events.ts';

export interface DeliveryFilter {
  verdict?: Verdict;
  endpointId?: string;
  /** What they became. */
  kind?: EventKind;
  /** Only those that came more than once. */
  repeated?: true;
}

const key = 'greenroom-deliveries';

/** The filter as it was left; whatever in it is not understood counts as not there. */
export function keptFilter(kept: Pick<Storage, 'getItem'> = globalThis.localStorage): DeliveryFilter {
  try {
    const value: unknown = JSON.parse(kept?.getItem(key) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const one = value as Record<string, unknown>;
    const verdict = verdicts.find((known) => known === one.verdict);
    const kind = eventKinds.find((known) => known === one.kind);
    const { endpointId } = one;
    return {
      ...(verdict && { verdict }),
      ...(typeof endpointId === 'string' && /^\w{1,100}$/.test(endpointId) && { endpointId }),
      ...(kind && { kind }),
      ...(one.repeated === true && { repeated: true as const }),
    };
  } catch {
    return {};
  }
}

export function keepFilter(
  filter: DeliveryFilter,
  kept: Pick<Storage, 'setItem'> = globalThis.localStorage,
): void {
  kept?.setItem(key, JSON.stringify(filter));
}

export function isFiltered(filter: DeliveryFilter): boolean {
  return Object.keys(filter).length > 0;
}
