import type { Input } from '../../shared/contract.ts';
import type { DeliverySummary, Verdict } from '../../shared/events.ts';
import { type Call, pageSize } from './call.ts';
import { createPagedList, newestFirst } from './paged-list.ts';

export interface DeliveryFilter {
  verdict?: Verdict;
  endpointId?: string;
}

export type DeliveriesStore = ReturnType<typeof createDeliveriesStore>;

export function createDeliveriesStore(call: Call) {
  return createPagedList<DeliverySummary, DeliveryFilter>(
    {
      async load(filter, before) {
        const input: Input<'delivery.list'> = { ...filter, limit: pageSize };
        const reply = await call('delivery.list', before === undefined ? input : { ...input, before });
        if (!reply.ok) return reply;
        return { ok: true, value: { rows: reply.value.deliveries, more: reply.value.more } };
      },
      matches: (row, { verdict, endpointId }) =>
        (verdict === undefined || row.verdict === verdict) &&
        (endpointId === undefined || row.endpointId === endpointId),
      compare: newestFirst((row) => row.receivedAt),
    },
    {},
  );
}
