import { useStore } from 'zustand';
import type { RejectReason } from '../../../shared/events.ts';
import { useStores } from '../../stores/context.ts';
import { newEndpoint, routeHash } from '../../stores/route-store.ts';
import { endpoints } from '../../words/endpoints.ts';
import { fixWords } from '../../words/errors.ts';
import { fixOfReason } from '../../words/reasons.ts';

interface Props {
  reason: RejectReason;
  endpointId: string;
}

/** Leads to where a refusal is mended; nowhere once the endpoint is gone. */
export function ReasonFix({ reason, endpointId }: Props) {
  const stores = useStores();
  const isThere = useStore(stores.endpoints, (state) => state.endpoints.some(({ id }) => id === endpointId));
  if (!isThere) return null;
  const fix = fixOfReason(reason);
  if (fix === 'create')
    return (
      <a className="button" href={routeHash('endpoints', newEndpoint)}>
        {endpoints.create}
      </a>
    );
  return (
    <a
      className="button"
      href={routeHash('endpoints', endpointId)}
      onClick={() => fix === 'secret' && stores.wanted.setState({ secretOf: endpointId })}
    >
      {fixWords[fix]}
    </a>
  );
}
