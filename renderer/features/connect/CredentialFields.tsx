import type { CredentialSet } from '../../../shared/endpoints.ts';
import { Field } from '../../ui/Field.tsx';
import { SecretInput } from '../../ui/SecretInput.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { connect as words } from '../../words/connect.ts';
import type { CredentialValues } from './credential-draft.ts';

export interface CredentialDraft {
  /** Which of the vendor's sets. */
  chosen: number;
  values: CredentialValues;
}

interface Props {
  sets: readonly CredentialSet[];
  draft: CredentialDraft;
  /** Something is missing. */
  problem: boolean;
  /** Opened because it was asked for. */
  focused?: boolean;
  onChange(draft: CredentialDraft): void;
}

/** One set of credentials, of those that the vendor takes. They go down once and never come up. */
export function CredentialFields({ sets, draft, problem, focused = false, onChange }: Props) {
  const set = sets[draft.chosen];
  if (!set) return null;
  return (
    <fieldset className="group">
      <legend>{words.key}</legend>
      {sets.length > 1 && (
        <Segments
          label={words.keyWays}
          value={String(draft.chosen)}
          choices={sets.map(({ fields }, index) => ({
            value: String(index),
            label: fields.map(({ label }) => label).join(' + '),
          }))}
          onChange={(value) => onChange({ ...draft, chosen: Number(value) })}
        />
      )}
      {set.fields.map(({ name, label }, index) => {
        const value = draft.values[name] ?? '';
        const change = (typed: string) => onChange({ ...draft, values: { ...draft.values, [name]: typed } });
        const missing = problem && value.trim() === '' ? words.keyMissing : undefined;
        if (name !== 'email') {
          return (
            <SecretInput
              key={name}
              label={label}
              problem={missing}
              value={value}
              focused={focused && index === 0}
              onChange={change}
            />
          );
        }
        return (
          <Field key={name} label={label} problem={missing}>
            {({ id, describedBy, invalid }) => (
              <input
                id={id}
                type="email"
                autoComplete="off"
                spellCheck={false}
                maxLength={320}
                aria-describedby={describedBy}
                aria-invalid={invalid}
                value={value}
                onChange={({ target }) => change(target.value)}
              />
            )}
          </Field>
        );
      })}
      <p className="field-about">
        {set.hint} {words.keyHint}
      </p>
    </fieldset>
  );
}
