import type { Input } from '../../shared/contract.ts';
import type { DeliverySummary } from '../../shared/events.ts';
import { type Call, pageSize } from './call.ts';
import { type DeliveryFilter, keepFilter, keptFilter } from './delivery-filter.ts';
import { createPagedList, newestFirst } from './paged-list.ts';

export type DeliveriesStore = ReturnType<typeof createDeliveriesStore>;

export function createDeliveriesStore(call: Call, kept: Storage | undefined = globalThis.localStorage) {
  /** Where a page by kind ended: in the order of events, which is not quite that of the rows. */
  let reached: string | undefined;

  const store = createPagedList<DeliverySummary, DeliveryFilter>(
    {
      async load(filter, before) {
        const from = before !== undefined && filter.kind !== undefined ? (reached ?? before) : before;
        const input: Input<'delivery.list'> = { ...filter, limit: pageSize };
        const reply = await call('delivery.list', from === undefined ? input : { ...input, before: from });
        if (!reply.ok) return reply;
        const { deliveries, more } = reply.value;
        reached = deliveries.at(-1)?.id;
        return { ok: true, value: { rows: deliveries, more } };
      },
      matches: (row, { verdict, endpointId, kind, repeated }) =>
        (verdict === undefined || row.verdict === verdict) &&
        (endpointId === undefined || row.endpointId === endpointId) &&
        (kind === undefined || row.kind === kind) &&
        (!repeated || row.duplicates > 0),
      compare: newestFirst((row) => row.receivedAt),
    },
    keptFilter(kept),
  );
  store.subscribe(({ filter }, before) => {
    if (filter !== before.filter) keepFilter(filter, kept);
  });
  return store;
}
