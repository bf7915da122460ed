import { useState } from 'react';
import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { routeHash } from '../../stores/route-store.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Time } from '../../ui/Time.tsx';
import { connect as words } from '../../words/connect.ts';
import { explainReason } from '../../words/reasons.ts';
import { OneSecretForm } from './OneSecretForm.tsx';
import { useAnswer } from './use-answer.ts';
import type { Found } from './use-finding.ts';
import { useNewHeader } from './use-new-header.ts';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
  found: Found;
  /** Done about it. @param takenIn the refused test counts now */
  onAnswered(takenIn: boolean): void;
}

/** What a refused test tells, and what to do about it. */
export function FindingView({ endpoint, vendor, found: { finding, delivery }, onAnswered }: Props) {
  const name = endpoint.headerName ?? vendor.suggestedHeader ?? 'X-Greenroom-Key';
  const newHeader = useNewHeader(endpoint, name);
  const { busy, error, isMisfit, checkBySecret, takeValue, acceptUnproved } = useAnswer(endpoint, () =>
    onAnswered(true),
  );
  const [isPasting, setPasting] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { title, text } = describe(finding, delivery);
  const failed = error ?? newHeader.error;

  return (
    <div className="finding" data-finding={finding}>
      <div role="status">
        <p>
          <strong>{title}</strong> <Time iso={delivery.receivedAt} />
        </p>
        <p>{text}</p>
      </div>
      {(finding === 'signed' || finding === 'other-signature') && (
        <OneSecretForm label={words.secret} action={words.useSecret} busy={busy} onSave={checkBySecret} />
      )}
      {finding === 'other-value' && isPasting && (
        <OneSecretForm
          label={words.value}
          action={words.useValue}
          busy={busy}
          onSave={(value) => takeValue(name, value)}
        />
      )}
      {isMisfit && (
        <p className="problem" role="alert">
          {words.misfit}
        </p>
      )}
      {failed && <Failure error={failed} />}
      <div className="form-actions">
        {finding === 'other-value' && !isPasting && (
          <>
            <button
              type="button"
              className="button primary"
              disabled={newHeader.busy}
              onClick={async () => {
                if (await newHeader.make()) onAnswered(false);
              }}
            >
              {words.newValue}
            </button>
            <button type="button" className="button" onClick={() => setPasting(true)}>
              {words.pasteOld}
            </button>
          </>
        )}
        {finding === 'bare' && (
          <button type="button" className="button danger" onClick={() => setAsking(true)}>
            {words.acceptUnproved}
          </button>
        )}
        <a href={routeHash('deliveries', delivery.id)}>{words.seeRefused}</a>
      </div>
      {isAsking && (
        <Confirm
          title={words.acceptTitle}
          action={words.acceptAction}
          busy={busy}
          onConfirm={async () => {
            await acceptUnproved();
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        >
          <p className="problem">{words.acceptText}</p>
        </Confirm>
      )}
    </div>
  );
}

function describe(finding: Found['finding'], { reason }: Found['delivery']): { title: string; text: string } {
  if (finding !== 'other') return words.findings[finding];
  const { explained, next } = explainReason(reason ?? 'header_missing');
  return { title: words.refused, text: `${explained} ${next}` };
}
