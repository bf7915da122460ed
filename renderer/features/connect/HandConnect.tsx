import { useState } from 'react';
import { useStore } from 'zustand';
import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { useStores } from '../../stores/context.ts';
import { go } from '../../stores/route-store.ts';
import { Time } from '../../ui/Time.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { connect as words } from '../../words/connect.ts';
import { ArrivalStep } from './ArrivalStep.tsx';
import { BeginByHand } from './BeginByHand.tsx';
import { ConnectFailure } from './ConnectFailure.tsx';
import { StepMark } from './LiveSteps.tsx';
import { Registered } from './Registered.tsx';
import { type Stage, stageOf } from './stage.ts';
import { useRegistration } from './use-registration.ts';
import { VendorSteps } from './VendorSteps.tsx';
import { WayInStep } from './WayInStep.tsx';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
}

/** The vendor has no API for it: a person carries the values there, step by step, and the test proves it. */
export function HandConnect({ endpoint, vendor }: Props) {
  const stage = stageOf(endpoint.registration);
  const { revealed } = useStores();
  const isRevealed = useStore(revealed, (state) => state.header?.endpointId === endpoint.id);
  const { busy, error, register, unregister } = useRegistration(endpoint.id);
  const [isWatched, setWatched] = useState(false);
  const box = useKeptFocus<HTMLElement>();
  const isUnderWay = stage === 'waiting' || stage === 'moved' || stage === 'running';

  if (isUnderWay && !isWatched) setWatched(true);

  return (
    <section ref={box} tabIndex={-1} className="connect" data-stage={stage} aria-label={words.part}>
      <h3>{titleOf(stage, vendor.title)}</h3>
      {stage === 'moved' && <p>{words.movedText}</p>}
      {stage === 'none' && <p className="quiet">{words.introByHand}</p>}
      {stage === 'registered' && isWatched && endpoint.registration.confirmedAt && (
        <p className="confirmed" role="status">
          <StepMark state="done" />
          {words.arrived} {words.confirmedBy} <Time iso={endpoint.registration.confirmedAt} />
        </p>
      )}
      {stage === 'registered' ? (
        <Registered endpoint={endpoint} vendor={vendor} />
      ) : (
        <ol className="hand-steps">
          <li className="hand-step">
            <div>
              <WayInStep isBegun={stage !== 'none'} />
              {stage === 'none' && (
                <BeginByHand
                  endpoint={endpoint}
                  vendor={vendor}
                  busy={busy}
                  failure={error}
                  onReady={register}
                />
              )}
              {(stage === 'failed' || stage === 'paused') && (
                <ConnectFailure
                  endpoint={endpoint}
                  vendor={vendor}
                  busy={busy}
                  onAsk={toConnection}
                  onRetry={register}
                  onGiveUp={unregister}
                />
              )}
            </div>
          </li>
          <VendorSteps endpoint={endpoint} vendor={vendor} />
          {isUnderWay && <ArrivalStep endpoint={endpoint} vendor={vendor} />}
        </ol>
      )}
      <div className="form-actions">
        {isRevealed && (
          <button
            type="button"
            className="button"
            onClick={() => revealed.setState({ header: null, madeNow: null })}
          >
            {words.hideValue}
          </button>
        )}
        {isUnderWay && (
          <button type="button" className="button" disabled={busy} onClick={() => unregister()}>
            {words.stopWaiting}
          </button>
        )}
      </div>
    </section>
  );
}

/** What is wrong with the way in is put right where all of it is seen. */
function toConnection() {
  go('connection');
}

function titleOf(stage: Stage, vendor: string): string {
  if (stage === 'registered') return words.registered(vendor);
  return stage === 'moved' ? words.moved : words.title(vendor);
}
