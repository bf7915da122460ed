import { useStore } from 'zustand';
import type { Endpoint } from '../../../shared/endpoints.ts';
import { useStores } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { inertLine } from '../../text/inert.ts';
import { connection as words } from '../../words/connection.ts';
import { type Stage, stageOf } from '../connect/stage.ts';

const mostShown = 8;
const marks: Record<Stage, string> = {
  none: 'end',
  running: 'dot',
  leaving: 'dot',
  waiting: 'dot',
  moved: 'gap',
  paused: 'gap',
  failed: 'failed',
  registered: 'good',
};

/** Which endpoints their vendors know, and which not. */
export function WayEndpoints() {
  const endpoints = useStore(useStores().endpoints, (state) => state.endpoints);
  if (endpoints.length === 0) return <p className="quiet">{words.noEndpoints}</p>;
  return (
    <ul className="way-endpoints">
      {endpoints.slice(0, mostShown).map((endpoint) => (
        <li key={endpoint.id}>
          <WayEndpoint endpoint={endpoint} />
        </li>
      ))}
      {endpoints.length > mostShown && (
        <li>
          <a href={routeHash('endpoints')}>{words.more(endpoints.length - mostShown)}</a>
        </li>
      )}
    </ul>
  );
}

function WayEndpoint({ endpoint }: { endpoint: Endpoint }) {
  const stage = stageOf(endpoint.registration);
  return (
    <a href={routeHash('endpoints', endpoint.id)}>
      <span className="mark" data-mark={endpoint.enabled ? marks[stage] : 'dot'} aria-hidden="true" />
      <span>
        {inertLine(endpoint.name)}
        <small>{endpoint.enabled ? words.stages[stage] : words.off}</small>
      </span>
    </a>
  );
}
