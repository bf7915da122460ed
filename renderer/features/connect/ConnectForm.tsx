import { Plug } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { useStore } from 'zustand';
import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import type { WireError } from '../../../shared/errors.ts';
import { useStores } from '../../stores/context.ts';
import { inertLine } from '../../text/inert.ts';
import { Failure } from '../../ui/Failure.tsx';
import { focusProblem } from '../../ui/focus-problem.ts';
import { common } from '../../words/common.ts';
import { connect as words } from '../../words/connect.ts';
import { CredentialFields } from './CredentialFields.tsx';
import { TargetPicker } from './TargetPicker.tsx';
import { useConnectForm } from './use-connect-form.ts';
import { WayInConsent } from './WayInConsent.tsx';
import type { Help } from './what-helps.ts';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
  /** What a failed try has shown to be wrong: it is asked for again. */
  asks: Help | null;
  /** It is being registered. */
  busy: boolean;
  /** Why the last try failed, where nothing else says it. */
  failure: WireError | null;
  onReady(): void;
  onCancel?: () => void;
}

/** One button, and before it only what is missing. */
export function ConnectForm({ endpoint, vendor, asks, busy, failure, onReady, onCancel }: Props) {
  const form = useConnectForm({ endpoint, vendor, asks, onReady });
  const { credentials, target, consent, isChecked } = form;
  const [isOpened] = useState(asks !== null);
  const agentName = useStore(useStores().agents, (state) =>
    target.saved ? state.byId.get(target.saved)?.name : undefined,
  );
  const label = vendor.targetLabel;
  const error = form.error ?? failure;

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (form.isWhole) form.submit();
    else {
      form.check();
      focusProblem(event.currentTarget);
    }
  };
  return (
    <form className="connect-form" aria-label={words.title(vendor.title)} onSubmit={submit}>
      {credentials.isAsked ? (
        <CredentialFields
          sets={vendor.credentialSets}
          draft={credentials.draft}
          problem={isChecked && credentials.isMissing}
          focused={isOpened || credentials.isReopened}
          onChange={credentials.change}
        />
      ) : (
        vendor.credentialSets.length > 0 && (
          <p className="said">
            <span className="mark" data-mark="good" aria-hidden="true" />
            {words.keyKept}
            <button type="button" className="link" onClick={credentials.reopen}>
              {words.otherKey}
            </button>
          </p>
        )
      )}
      {label && target.listed && (
        <TargetPicker
          label={label}
          targets={target.listed}
          chosen={target.chosen}
          problem={isChecked && target.chosen === null}
          onChoose={target.choose}
        />
      )}
      {label && !target.listed && target.saved && (
        <p className="said">
          <span className="mark" data-mark="good" aria-hidden="true" />
          {label}: <code title={target.saved}>{inertLine(agentName ?? target.saved, 60)}</code>
          <button type="button" className="link" disabled={form.busy} onClick={target.look}>
            {words.targetOther}
          </button>
        </p>
      )}
      {consent.isNeeded && consent.draft && (
        <WayInConsent
          providers={consent.providers}
          draft={consent.draft}
          problems={isChecked ? consent.problems : {}}
          onChange={consent.change}
        />
      )}
      {error && <Failure error={error} here={consent.isNeeded} />}
      <div className="form-actions">
        <button type="submit" className="button primary" disabled={form.busy || busy || !endpoint.enabled}>
          <Plug aria-hidden />
          {words.title(vendor.title)}
        </button>
        {onCancel && (
          <button type="button" className="button" onClick={onCancel}>
            {common.cancel}
          </button>
        )}
      </div>
    </form>
  );
}
