import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { useStores } from '../../stores/context.ts';
import { connect as words } from '../../words/connect.ts';
import { FindingView } from './FindingView.tsx';
import { StepMark } from './LiveSteps.tsx';
import { useFinding } from './use-finding.ts';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
}

/** Waits for the vendor's test. What arrives instead says what is wrong at the vendor, and how to put it right. */
export function ArrivalStep({ endpoint, vendor }: Props) {
  const found = useFinding(endpoint, vendor, endpoint.registration.confirmedAt);
  const [answered, setAnswered] = useState<{ id: string; takenIn: boolean } | null>(null);
  const value = useStore(useStores().revealed, ({ header }) =>
    header?.endpointId === endpoint.id ? header.value : undefined,
  );
  const before = useRef(value);

  // A value that was made since says more than a test that came before it.
  useEffect(() => {
    if (value === before.current) return;
    before.current = value;
    if (value !== undefined && found) setAnswered({ id: found.delivery.id, takenIn: false });
  }, [value, found]);

  const isOpen = found !== null && found.delivery.id !== answered?.id;
  return (
    <li className="hand-step" data-waits={!isOpen || undefined}>
      {isOpen ? (
        <FindingView
          key={found.delivery.id}
          endpoint={endpoint}
          vendor={vendor}
          found={found}
          onAnswered={(takenIn) => setAnswered({ id: found.delivery.id, takenIn })}
        />
      ) : (
        <div role="status">
          <p className="said">
            <StepMark state="doing" />
            <strong>{words.waiting}</strong>
          </p>
          <p className="quiet">{answered?.takenIn ? words.takenIn : words.waitingHint}</p>
        </div>
      )}
    </li>
  );
}
