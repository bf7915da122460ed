import { type SubmitEvent, useState } from 'react';
import { SecretInput } from '../../ui/SecretInput.tsx';
import { connect as words } from '../../words/connect.ts';
import { secretForm } from '../../words/endpoints.ts';

interface Props {
  label: string;
  /** What is done with it. */
  action: string;
  busy: boolean;
  onSave(secret: string): void;
}

/** One secret that is typed once. */
export function OneSecretForm({ label, action, busy, onSave }: Props) {
  const [value, setValue] = useState('');
  const [isChecked, setChecked] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (value.trim() !== '') onSave(value.trim());
  };
  return (
    <form className="one-secret" aria-label={action} onSubmit={submit}>
      <SecretInput
        label={label}
        hint={words.keyHint}
        problem={isChecked && value.trim() === '' ? secretForm.needed : undefined}
        value={value}
        onChange={setValue}
      />
      <button type="submit" className="button primary" disabled={busy}>
        {action}
      </button>
    </form>
  );
}
