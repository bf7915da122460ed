import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { newEndpoint } from '../../stores/route-store.ts';
import { Blank } from '../../ui/Blank.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { endpoint, endpoints as words } from '../../words/endpoints.ts';
import { CreateEndpoint } from './CreateEndpoint.tsx';
import { EndpointList } from './EndpointList.tsx';
import { EndpointView } from './EndpointView.tsx';
import './endpoints.css';
import './endpoint.css';

export function EndpointsScreen({ endpointId }: { endpointId: string | null }) {
  const isEmpty = useStore(
    useStores().endpoints,
    ({ phase, endpoints }) => phase === 'ready' && endpoints.length === 0,
  );
  const isLeaving = useStore(useStores().undo, ({ offers }) =>
    offers.some(({ hides }) => hides !== undefined && hides === endpointId),
  );
  return (
    <SplitView
      screen="endpoints"
      isEmpty={isEmpty}
      list={<EndpointList selected={endpointId} />}
      detail={
        endpointId &&
        (endpointId === newEndpoint ? (
          <CreateEndpoint />
        ) : isLeaving ? (
          <Blank title={endpoint.gone} />
        ) : (
          <EndpointView key={endpointId} endpointId={endpointId} />
        ))
      }
      rest={!isEmpty && <Blank title={words.pick} />}
    />
  );
}
