import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { byteSize } from '../../text/bytes.ts';
import { inertLine } from '../../text/inert.ts';
import { ago } from '../../text/time.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { useNow } from '../../ui/use-now.ts';
import { connection as words } from '../../words/connection.ts';
import { countdown, describePath, type Hop, type HopState, tunnelState } from '../../words/path.ts';
import { vendorsHop } from '../connect/vendors-hop.ts';
import { useKnown } from './use-known.ts';
import { WayEndpoints } from './WayEndpoints.tsx';

/** Vendor, way in, this computer, disk: the drawing of the path card, with the facts of each station. */
export function Way() {
  const { status, link, endpoints } = useKnown();
  const now = useNow();
  const providers = useStore(useStores().tunnels, (state) => state.providers);
  const { hops, tone } = describePath(status, link, now, vendorsHop(endpoints));
  if (!status) return null;
  const { tunnel, receiver, store } = status;
  const title = providers.find(({ id }) => id === tunnel.provider)?.title ?? tunnel.provider;
  const isOff = tunnelState(tunnel, now) === 'off';
  return (
    <ol className="way" data-tone={tone} aria-label={words.way}>
      <Station hop="vendor" state={hops.vendor}>
        <WayEndpoints />
      </Station>
      <Station hop="tunnel" state={hops.tunnel} name={isOff ? undefined : title}>
        <dl>
          {tunnel.publicUrl && (
            <Fact name={words.publicUrl}>
              <code>{tunnel.publicUrl}</code>
              <CopyButton bare label={words.copyUrl} text={() => tunnel.publicUrl ?? ''} />
            </Fact>
          )}
          {tunnel.lastProofAt && !isOff && (
            <Fact name={words.proof}>
              <time dateTime={tunnel.lastProofAt} title={tunnel.lastProofAt}>
                {ago(tunnel.lastProofAt, now)}
              </time>
            </Fact>
          )}
          {tunnel.roundTripMs !== undefined && !isOff && (
            <Fact name={words.roundTrip}>{words.ms(tunnel.roundTripMs)}</Fact>
          )}
          {tunnel.reason && <Fact name={words.reason}>{inertLine(tunnel.reason)}</Fact>}
          {tunnel.nextTryAt && <Fact name={words.next}>{countdown(tunnel.nextTryAt, now)}</Fact>}
        </dl>
      </Station>
      <Station hop="here" state={hops.here}>
        <dl>
          <Fact name={words.listens}>
            <code>{receiver.url}</code>
          </Fact>
          {receiver.reason && <Fact name={words.reason}>{receiver.reason}</Fact>}
        </dl>
      </Station>
      <Station hop="kept" state={hops.kept}>
        <dl>
          <Fact name={words.bytes}>{byteSize(store.bytes)}</Fact>
          {store.reason && <Fact name={words.reason}>{store.reason}</Fact>}
        </dl>
      </Station>
    </ol>
  );
}

interface StationProps {
  hop: Hop;
  state: HopState;
  name?: string | undefined;
  children: ReactNode;
}

function Station({ hop, state, name, children }: StationProps) {
  return (
    <li className="station" data-hop={state}>
      <span className="hop" data-hop={state} aria-hidden="true" />
      <div className="station-card">
        <h2>
          {name ?? words.stations[hop]}
          <small className="station-state" data-hop={state}>
            {words.states[state]}
          </small>
        </h2>
        {children}
      </div>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
