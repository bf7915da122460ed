import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { useStores } from '../../stores/context.ts';
import { proofWords, endpoint as words } from '../../words/endpoints.ts';
import { needsSecret } from './needs-secret.ts';
import { Recheck } from './Recheck.tsx';
import { SecretForm } from './SecretForm.tsx';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
}

/** How deliveries are proved, and the way to set or change it. */
export function Proof({ endpoint, vendor }: Props) {
  const { wanted } = useStores();
  const isWanted = useStore(wanted, ({ secretOf }) => secretOf === endpoint.id);
  const [isOpened, setOpened] = useState(false);
  const isOpen = isOpened || isWanted;
  const setOpen = (next: boolean) => {
    setOpened(next);
    if (isWanted) wanted.setState({ secretOf: null });
  };
  const box = useRef<HTMLElement>(null);
  // Who set out to enter it, from elsewhere, begins to type at once.
  useEffect(() => {
    if (!isWanted) return;
    box.current?.scrollIntoView({ block: 'center' });
    box.current?.querySelector<HTMLElement>('form input')?.focus();
  }, [isWanted]);
  const [saved, setSaved] = useState(0);
  const { verification, hasSecret, headerName, secretUnreadable } = endpoint;
  const verb = secretUnreadable ? words.enterAgain : hasSecret ? words.changeSecret : words.setSecret;

  return (
    <section ref={box} className="part" aria-label={words.proof}>
      <h3>{words.proof}</h3>
      {verification === 'none' ? (
        <p className="problem">
          <strong>{proofWords.none}.</strong> {words.unproved}
        </p>
      ) : (
        <p>
          <strong>{proofWords[verification]}.</strong>{' '}
          {needsSecret(endpoint)
            ? vendor.registers === 'api'
              ? `${words.nothingSet} ${words.comesByItself}`
              : words.nothingSet
            : headerName
              ? words.hasHeader(headerName)
              : words.hasSecret}
        </p>
      )}
      {secretUnreadable && (
        <p className="hint-line">
          <span className="mark" data-mark="gap" aria-hidden="true" />
          {words.unreadable}
        </p>
      )}
      {isOpen ? (
        <SecretForm
          endpoint={endpoint}
          vendor={vendor}
          onSaved={() => {
            setOpen(false);
            setSaved(saved + 1);
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <button
          type="button"
          className={secretUnreadable ? 'button primary' : 'button'}
          onClick={() => setOpen(true)}
        >
          {verb}
        </button>
      )}
      {saved > 0 && <Recheck key={saved} endpointId={endpoint.id} />}
    </section>
  );
}
