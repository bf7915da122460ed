import type { VendorLogEntry } from '../../../shared/endpoints.ts';
import type { DeliverySummary } from '../../../shared/events.ts';

/**
 * `here`: it is among our deliveries · `lost`: the vendor could not deliver it · `absent`: the vendor says that it was
 * delivered, but it is not here · `beyond`: older than what is looked through here.
 */
export type Fate = 'here' | 'lost' | 'absent' | 'beyond';

export interface LinedUp {
  entry: VendorLogEntry;
  fate: Fate;
  ours?: DeliverySummary;
}

/** Clocks differ, and retries take their time; milliseconds. */
const earliest = -10_000;
const latest = 60_000;

/**
 * The vendor's log beside ours. Neither names the other's id, so that time and status decide: each delivery of ours
 * stands for one entry at most.
 * @param since our deliveries before this are not known; undefined where all are
 */
export function lineUp(
  entries: readonly VendorLogEntry[],
  deliveries: readonly DeliverySummary[],
  since: string | undefined,
): LinedUp[] {
  const free = new Set(deliveries.filter(({ sample }) => !sample));
  const lined = entries
    .toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt))
    .map((entry): LinedUp => {
      const ours = nearest(entry, free);
      if (ours) free.delete(ours);
      return ours ? { entry, fate: 'here', ours } : { entry, fate: fateOf(entry, since) };
    });
  return lined.reverse();
}

function nearest(
  { createdAt, status }: VendorLogEntry,
  free: ReadonlySet<DeliverySummary>,
): DeliverySummary | undefined {
  const away = (one: DeliverySummary) => Date.parse(one.receivedAt) - Date.parse(createdAt);
  return (
    [...free]
      // No status: the answer may have been lost on its way back.
      .filter((one) => status === null || one.status === status)
      .filter((one) => away(one) >= earliest && away(one) <= latest)
      .sort((a, b) => Math.abs(away(a)) - Math.abs(away(b)))[0]
  );
}

function fateOf({ delivered, createdAt }: VendorLogEntry, since: string | undefined): Fate {
  if (!delivered) return 'lost';
  return since !== undefined && Date.parse(createdAt) < Date.parse(since) ? 'beyond' : 'absent';
}
