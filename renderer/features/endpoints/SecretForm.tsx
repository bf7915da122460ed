import { type SubmitEvent, useState } from 'react';
import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { useCall, useStores } from '../../stores/context.ts';
import { Failure } from '../../ui/Failure.tsx';
import { useAction } from '../../ui/use-action.ts';
import { common } from '../../words/common.ts';
import { secretForm as words } from '../../words/endpoints.ts';
import { checkProof, proofInput } from './check-draft.ts';
import { startChange } from './draft.ts';
import { ProofFields } from './ProofFields.tsx';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
  onSaved(): void;
  onCancel(): void;
}

/** A new secret or header. It goes down once; nothing of the old one comes up. */
export function SecretForm({ endpoint, vendor, onSaved, onCancel }: Props) {
  const call = useCall();
  const { endpoints, revealed } = useStores();
  const { busy, error, run } = useAction();
  const [draft, setDraft] = useState(() => startChange(endpoint, vendor));
  const [isChecked, setChecked] = useState(false);
  const problems = checkProof(draft);
  const input = proofInput(draft);
  const isEmpty = Object.keys(input).length === 0;

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isEmpty || Object.keys(problems).length > 0) return;
    const changed = await run(() => call('endpoint.setSecret', { endpointId: endpoint.id, ...input }));
    if (!changed) return;
    endpoints.getState().apply(changed);
    if (input.header) revealed.setState({ header: { endpointId: endpoint.id, ...input.header } });
    onSaved();
  };

  return (
    <form className="form inner" aria-label={words.title} onSubmit={save}>
      <ProofFields vendor={vendor} draft={draft} problems={isChecked ? problems : {}} onChange={setDraft} />
      {isChecked && isEmpty && <p className="problem">{words.needed}</p>}
      {error && <Failure error={error} />}
      <div className="form-actions">
        <button type="submit" className="button primary" disabled={busy}>
          {words.save}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {common.cancel}
        </button>
      </div>
    </form>
  );
}
