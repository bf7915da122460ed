import { useState } from 'react';
import { useStore } from 'zustand';
import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { useStores } from '../../stores/context.ts';
import { Time } from '../../ui/Time.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { common } from '../../words/common.ts';
import { connect as words } from '../../words/connect.ts';
import { ConnectFailure } from './ConnectFailure.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import { LiveSteps } from './LiveSteps.tsx';
import { Others } from './Others.tsx';
import { Registered } from './Registered.tsx';
import { isLeaving, stageOf } from './stage.ts';
import { useRegistration } from './use-registration.ts';
import { useSeenSteps } from './use-seen-steps.ts';
import { VendorLog } from './VendorLog.tsx';
import { WayInNow } from './WayInNow.tsx';
import type { Help } from './what-helps.ts';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
}

/** One button makes the vendor deliver here; what is done is seen as it happens. */
export function ApiConnect({ endpoint, vendor }: Props) {
  const { registration } = endpoint;
  const stage = stageOf(registration);
  const { busy, error, register, unregister } = useRegistration(endpoint.id);
  const { steps, forget } = useSeenSteps(registration);
  const [asks, setAsks] = useState<Help | null>(null);
  const box = useKeptFocus<HTMLElement>();
  const leaves = isLeaving(registration);
  const isOff = useStore(useStores().status, (state) => state.status?.tunnel.state === 'off');
  /** Registered, and not looked at yet in this run: that comes with the way in. */
  const isIdle = stage === 'waiting' || stage === 'moved';

  const start = () => {
    setAsks(null);
    register();
  };
  const form = (help: Help | null) => (
    <ConnectForm
      key={help}
      endpoint={endpoint}
      vendor={vendor}
      asks={help}
      busy={busy}
      failure={registration.error ? null : error}
      onReady={leaves ? () => unregister().then(() => setAsks(null)) : start}
      {...(help && { onCancel: () => setAsks(null) })}
    />
  );
  return (
    <section ref={box} tabIndex={-1} className="connect" data-stage={stage} aria-label={words.part}>
      <h3>{titleOf(isIdle && isOff ? 'none' : stage, vendor.title, leaves)}</h3>
      {(stage === 'none' || (isIdle && isOff)) && (
        <>
          <p className="quiet">{words.intro}</p>
          {form(null)}
        </>
      )}
      {isIdle && !isOff && (
        <>
          <p className="quiet">{words.soon}</p>
          <WayInNow />
          <div className="form-actions">
            <button type="button" className="button" disabled={busy} onClick={unregister}>
              {words.giveUp}
            </button>
          </div>
        </>
      )}
      {steps && <LiveSteps steps={steps} />}
      {steps && stage === 'registered' && registration.confirmedAt && (
        <p className="confirmed">
          {words.confirmedBy} <Time iso={registration.confirmedAt} />
          <button type="button" className="button" onClick={forget}>
            {common.close}
          </button>
        </p>
      )}
      {stage === 'running' && (
        <div className="form-actions">
          <button type="button" className="button" onClick={() => unregister()}>
            {words.stop}
          </button>
        </div>
      )}
      {(stage === 'paused' || stage === 'failed') &&
        (asks ? (
          form(asks)
        ) : (
          <ConnectFailure
            endpoint={endpoint}
            vendor={vendor}
            busy={busy}
            onAsk={setAsks}
            onRetry={leaves ? unregister : start}
            onGiveUp={unregister}
          />
        ))}
      {stage === 'registered' && (
        <>
          <Registered endpoint={endpoint} vendor={vendor} />
          {vendor.hasLog && <VendorLog endpointId={endpoint.id} />}
          <Others endpointId={endpoint.id} />
        </>
      )}
    </section>
  );
}

function titleOf(stage: ReturnType<typeof stageOf>, vendor: string, leaves: boolean): string {
  switch (stage) {
    case 'registered':
      return words.registered(vendor);
    case 'leaving':
      return words.disconnecting;
    case 'failed':
      return leaves ? words.failedToLeave : words.failed;
    case 'paused':
      return leaves ? words.failedToLeave : words.paused;
    case 'waiting':
    case 'moved':
      return words.paused;
    case 'none':
      return words.title(vendor);
    default:
      return words.connecting;
  }
}
