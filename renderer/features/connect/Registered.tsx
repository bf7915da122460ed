import { Send } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { useStores } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { inertLine } from '../../text/inert.ts';
import { ago } from '../../text/time.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { CopyLine } from '../../ui/CopyLine.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { DayTime } from '../../ui/Time.tsx';
import { useNow } from '../../ui/use-now.ts';
import { VerdictMark } from '../../ui/VerdictMark.tsx';
import { connect as words } from '../../words/connect.ts';
import { KeyChange } from './KeyChange.tsx';
import { useRegistration } from './use-registration.ts';
import { WayInNow } from './WayInNow.tsx';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
}

/** Where the vendor delivers to, since when, and what proves it. */
export function Registered({ endpoint, vendor }: Props) {
  const { id, registration, publicUrl } = endpoint;
  const { arrivals } = useStores();
  const newest = useStore(arrivals, (state) => state.newest[id]);
  const now = useNow();
  const { busy, error, test, unregister } = useRegistration(id);
  const [isTested, setTested] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const url = registration.url ?? publicUrl ?? endpoint.localUrl;

  useEffect(() => {
    arrivals.getState().follow(id);
  }, [arrivals, id]);

  return (
    <>
      <dl className="facts">
        <div>
          <dt>{words.where}</dt>
          <dd>
            <CopyLine text={url} label={words.copyWhere} />
          </dd>
        </div>
        {registration.registeredAt && (
          <div>
            <dt>{words.since}</dt>
            <dd>
              <DayTime iso={registration.registeredAt} now={now} />
            </dd>
          </div>
        )}
        {registration.confirmedAt && (
          <div>
            <dt>{words.confirmed}</dt>
            <dd>
              <DayTime iso={registration.confirmedAt} now={now} />{' '}
              <span className="quiet">{ago(registration.confirmedAt, now)}</span>
            </dd>
          </div>
        )}
        <div>
          <dt>{words.lastDelivery}</dt>
          <dd>
            {newest ? (
              <a className="last-delivery" href={routeHash('deliveries', newest.id)}>
                <DayTime iso={newest.receivedAt} now={now} /> <VerdictMark verdict={newest.verdict} />
              </a>
            ) : (
              <span className="quiet">{newest === null && words.noDelivery}</span>
            )}
          </dd>
        </div>
      </dl>
      {registration.url && publicUrl && registration.url !== publicUrl && (
        <p className="hint-line">
          <span className="mark" data-mark="gap" aria-hidden="true" />
          {words.otherAddress}
        </p>
      )}
      <WayInNow />
      {error && <Failure error={error} />}
      <div className="form-actions">
        <button
          type="button"
          className="button"
          disabled={busy || !endpoint.enabled}
          onClick={async () => {
            setTested(false);
            setTested((await test()) !== undefined);
          }}
        >
          <Send aria-hidden />
          {busy && !isAsking ? words.testing : words.test}
        </button>
        <button type="button" className="button danger" disabled={busy} onClick={() => setAsking(true)}>
          {words.disconnect}
        </button>
        <span className="saved" role="status">
          {isTested && words.tested}
        </span>
      </div>
      {vendor.registers === 'api' && <KeyChange endpoint={endpoint} vendor={vendor} />}
      {isAsking && (
        <Confirm
          title={words.disconnectTitle(inertLine(endpoint.name), vendor.title)}
          action={words.disconnect}
          busy={busy}
          onConfirm={async () => {
            await unregister();
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        >
          <p>{vendor.registers === 'api' ? words.disconnectText : words.disconnectByHand}</p>
        </Confirm>
      )}
    </>
  );
}
