import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { VendorLogEntry } from '../../../shared/endpoints.ts';
import type { DeliverySummary } from '../../../shared/events.ts';
import { useCall, useStores } from '../../stores/context.ts';
import { Failure } from '../../ui/Failure.tsx';
import { useAction } from '../../ui/use-action.ts';
import { connect as words } from '../../words/connect.ts';
import { lineUp } from './line-up.ts';
import { VendorLogTable } from './VendorLogTable.tsx';

/** As many of ours as one page gives; what is older is not compared. */
const mostOurs = 500;

interface Looked {
  entries: VendorLogEntry[];
  ours: DeliverySummary[];
  since: string | undefined;
}

/** What the vendor says it sent, beside what arrived here: one sees what is missing. */
export function VendorLog({ endpointId }: { endpointId: string }) {
  const call = useCall();
  const { busy, error, run } = useAction();
  const [looked, setLooked] = useState<Looked | null>(null);
  const newest = useStore(useStores().arrivals, (state) => state.newest[endpointId]?.id);

  const look = async () => {
    const log = await run(() => call('registration.log', { endpointId }));
    if (!log) return;
    const page = await run(() => call('delivery.list', { endpointId, limit: mostOurs }));
    if (!page) return;
    const { deliveries, more } = page;
    setLooked({
      entries: log.entries,
      ours: deliveries,
      since: more ? deliveries.at(-1)?.receivedAt : undefined,
    });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what arrived since belongs beside the log, once that is open
  useEffect(() => {
    if (looked) look();
  }, [newest]);

  const lined = looked && lineUp(looked.entries, looked.ours, looked.since);
  const missing = lined?.filter(({ fate }) => fate === 'lost' || fate === 'absent').length ?? 0;
  return (
    <section className="part" aria-label={words.log}>
      <div className="part-head">
        <h4>{words.log}</h4>
        <button type="button" className="button" disabled={busy} onClick={look}>
          {looked ? words.refresh : words.showLog}
        </button>
      </div>
      {!looked && <p className="quiet">{words.logHint}</p>}
      {error && <Failure error={error} />}
      <p className={missing > 0 ? 'problem' : 'unseen'} role="status">
        {missing > 0 && words.logMissing(missing)}
      </p>
      {lined && lined.length > 0 && <VendorLogTable rows={lined} />}
      {lined?.length === 0 && <p className="quiet">{words.logEmpty}</p>}
    </section>
  );
}
