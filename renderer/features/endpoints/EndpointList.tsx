import { Plus } from 'lucide-react';
import { useStore } from 'zustand';
import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { useStores } from '../../stores/context.ts';
import { newEndpoint, routeHash } from '../../stores/route-store.ts';
import { inertLine } from '../../text/inert.ts';
import { Blank } from '../../ui/Blank.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { moveAmongLinks } from '../../ui/move-among-links.ts';
import { useMenu } from '../../ui/use-menu.ts';
import { proofWords, endpoints as words } from '../../words/endpoints.ts';
import { MutedMark } from '../alerts/MutedMark.tsx';
import { useEndpointMuted } from '../alerts/use-mutes.ts';
import { needsSecret } from './needs-secret.ts';
import { StageTag } from './StageTag.tsx';
import { useEndpointMenu } from './use-endpoint-menu.ts';

export function EndpointList({ selected }: { selected: string | null }) {
  const { endpoints: all, vendors, phase, error, load } = useStore(useStores().endpoints);
  const endpoints = useHere(all);
  const create = (
    <a className="button primary" href={routeHash('endpoints', newEndpoint)}>
      <Plus aria-hidden />
      {words.create}
    </a>
  );
  if (endpoints.length === 0) {
    if (error) return <Failure error={error} onRetry={load} />;
    if (phase === 'loading') return <Loading />;
    return (
      <Blank title={words.emptyTitle}>
        <p>{words.empty}</p>
        {create}
      </Blank>
    );
  }
  return (
    <>
      <div className="list-head">{create}</div>
      {error && <Failure error={error} onRetry={load} />}
      <ul
        className="endpoint-list"
        aria-label={words.list}
        onKeyDown={moveAmongLinks('ArrowUp', 'ArrowDown')}
      >
        {endpoints.map((endpoint) => (
          <li key={endpoint.id}>
            <EndpointLink
              endpoint={endpoint}
              vendor={vendors.find(({ id }) => id === endpoint.vendor)}
              isSelected={endpoint.id === selected}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Without those that are being deleted. */
function useHere(all: Endpoint[]): Endpoint[] {
  const offers = useStore(useStores().undo, (state) => state.offers);
  return all.filter(({ id }) => !offers.some(({ hides }) => hides === id));
}

interface LinkProps {
  endpoint: Endpoint;
  vendor: VendorInfo | undefined;
  isSelected: boolean;
}

function EndpointLink({ endpoint, vendor, isSelected }: LinkProps) {
  const { verification, secretUnreadable, enabled } = endpoint;
  const openMenu = useMenu();
  const menuOf = useEndpointMenu();
  return (
    <a
      className="endpoint-link"
      href={routeHash('endpoints', endpoint.id)}
      aria-current={isSelected ? 'true' : undefined}
      data-off={!enabled || undefined}
      onContextMenu={(event) => openMenu(event, () => menuOf(endpoint))}
    >
      <strong>
        {inertLine(endpoint.name)}
        <MutedMark part={useEndpointMuted(endpoint.id)} />
      </strong>
      <small>{vendor ? `${vendor.title} · ${vendor.subtitle}` : endpoint.vendor}</small>
      <span className="endpoint-tags">
        {!enabled && <span className="tag">{words.off}</span>}
        {secretUnreadable && <span className="tag warn">{words.enterAgain}</span>}
        {needsSecret(endpoint) && vendor?.registers !== 'api' && (
          <span className="tag warn">{words.needsSecret}</span>
        )}
        {verification === 'none' && <span className="tag bad">{proofWords.none}</span>}
        <StageTag endpoint={endpoint} />
      </span>
    </a>
  );
}
