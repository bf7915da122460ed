import { type SubmitEvent, useState } from 'react';
import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { useCall, useStores } from '../../stores/context.ts';
import { Failure } from '../../ui/Failure.tsx';
import { useAction } from '../../ui/use-action.ts';
import { common } from '../../words/common.ts';
import { connect as words } from '../../words/connect.ts';
import { type CredentialDraft, CredentialFields } from './CredentialFields.tsx';
import { readCredentials } from './credential-draft.ts';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
}

/** A key to the vendor's API, in place of the one that is kept. */
export function KeyChange({ endpoint, vendor }: Props) {
  const call = useCall();
  const { endpoints } = useStores();
  const { busy, error, run } = useAction();
  const [draft, setDraft] = useState<CredentialDraft | null>(null);
  const [isChecked, setChecked] = useState(false);
  const [isSaved, setSaved] = useState(false);

  if (!draft) {
    return (
      <p className="said">
        {endpoint.hasCredentials && (
          <>
            <span className="mark" data-mark="good" aria-hidden="true" />
            <span role="status">{isSaved ? words.keySaved : words.keyKept}</span>
          </>
        )}
        <button type="button" className="link" onClick={() => setDraft({ chosen: 0, values: {} })}>
          {endpoint.hasCredentials ? words.otherKey : words.enterKey}
        </button>
      </p>
    );
  }
  const set = vendor.credentialSets[draft.chosen];
  const credentials = set && readCredentials(set, draft.values);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!credentials) return;
    const changed = await run(() => call('endpoint.setSecret', { endpointId: endpoint.id, credentials }));
    if (!changed) return;
    endpoints.getState().apply(changed);
    setDraft(null);
    setSaved(true);
  };
  return (
    <form className="form inner" aria-label={words.key} onSubmit={save}>
      <CredentialFields
        sets={vendor.credentialSets}
        draft={draft}
        problem={isChecked}
        focused
        onChange={setDraft}
      />
      {error && <Failure error={error} />}
      <div className="form-actions">
        <button type="submit" className="button primary" disabled={busy}>
          {words.saveKey}
        </button>
        <button type="button" className="button" onClick={() => setDraft(null)}>
          {common.cancel}
        </button>
      </div>
    </form>
  );
}
