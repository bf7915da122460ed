import { useStore } from 'zustand';
import { useEndpointName, useStores } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { DayTime } from '../../ui/Time.tsx';
import { useNow } from '../../ui/use-now.ts';
import { live } from '../../words/live.ts';
import { explainReason } from '../../words/reasons.ts';

const shownFor = 3_600_000;

/** The newest refusal, while it is fresh: it needs the user, and no event tells of it. */
export function RefusedStrip() {
  const refused = useStore(useStores().refused, (state) => state.newest);
  const nameOf = useEndpointName();
  const now = useNow();

  if (!refused || now - Date.parse(refused.receivedAt) > shownFor) return null;
  const name = nameOf(refused.endpointId);
  return (
    <a className="refused" href={routeHash('deliveries', refused.id)}>
      <span className="mark" data-mark="failed" aria-hidden="true" />
      <strong>{name ? live.refusedTo(name) : live.refused}</strong>
      {refused.reason && <span className="quiet">{explainReason(refused.reason).short}</span>}
      <DayTime iso={refused.receivedAt} now={now} />
    </a>
  );
}
