import { type SubmitEvent, useState } from 'react';
import type { VendorInfo } from '../../../shared/endpoints.ts';
import { useCall, useStores } from '../../stores/context.ts';
import { go } from '../../stores/route-store.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Field } from '../../ui/Field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { create as words } from '../../words/endpoints.ts';
import { checkProof, proofInput } from './check-draft.ts';
import { startProof } from './draft.ts';
import { ProofFields } from './ProofFields.tsx';
import { VendorChoice } from './VendorChoice.tsx';

export function CreateForm({ vendors, first }: { vendors: VendorInfo[]; first: VendorInfo }) {
  const call = useCall();
  const { endpoints, revealed } = useStores();
  const { busy, error, run } = useAction();
  const [vendor, setVendor] = useState(first);
  const [name, setName] = useState('');
  const [proof, setProof] = useState(() => startProof(first));
  const [isUnproved, setUnproved] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isChecked, setChecked] = useState(false);

  const problems = isUnproved ? {} : checkProof(proof);
  const nameProblem = name.trim() === '' ? words.needsName : undefined;

  const create = async () => {
    const input = { vendor: vendor.id, name: name.trim() };
    const made = await run(() =>
      call(
        'endpoint.create',
        isUnproved ? { ...input, verification: 'none' } : { ...input, ...proofInput(proof) },
      ),
    );
    setAsking(false);
    if (!made) return;
    const { header } = isUnproved ? {} : proofInput(proof);
    revealed.setState({ madeNow: made.id, header: header ? { endpointId: made.id, ...header } : null });
    endpoints.getState().apply(made);
    go('endpoints', made.id);
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (nameProblem || Object.keys(problems).length > 0) return;
    if (isUnproved) setAsking(true);
    else create();
  };

  return (
    <form className="form" onSubmit={submit} aria-label={words.title}>
      <h2>{words.title}</h2>
      <VendorChoice
        vendors={vendors}
        chosen={vendor}
        onChoose={(next) => {
          setVendor(next);
          setProof(startProof(next));
        }}
      />
      <Field label={words.name} hint={words.nameHint} problem={isChecked ? nameProblem : undefined}>
        {({ id, describedBy, invalid }) => (
          <input
            id={id}
            maxLength={80}
            autoComplete="off"
            aria-describedby={describedBy}
            aria-invalid={invalid}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <fieldset className="group">
        <legend>{words.proof}</legend>
        {!isUnproved && (
          <ProofFields
            vendor={vendor}
            draft={proof}
            problems={isChecked ? problems : {}}
            secretNote={vendor.registers === 'api' ? words.secretComes : words.secretLater}
            onChange={setProof}
          />
        )}
        <label className="check danger-words">
          <input
            type="checkbox"
            checked={isUnproved}
            onChange={({ target }) => setUnproved(target.checked)}
          />
          {words.noneProof}
        </label>
        {isUnproved && <p className="problem">{words.noneWarning}</p>}
      </fieldset>
      {error && <Failure error={error} />}
      <div className="form-actions">
        <button type="submit" className="button primary" disabled={busy}>
          {words.submit}
        </button>
      </div>
      {isAsking && (
        <Confirm
          title={words.noneTitle}
          action={words.noneProof}
          busy={busy}
          onConfirm={create}
          onClose={() => setAsking(false)}
        >
          <p className="problem">{words.noneWarning}</p>
        </Confirm>
      )}
    </form>
  );
}
