import { type ReactNode, useState } from 'react';
import { Field } from './Field.tsx';

interface Props {
  label: string;
  hint?: ReactNode;
  problem?: string | undefined;
  value: string;
  /** The field opens because it was asked for: typing begins here. */
  focused?: boolean;
  onChange(value: string): void;
}

/** Something that is typed once and never shown. */
export function SecretInput({ label, hint, problem, value, focused = false, onChange }: Props) {
  const [first] = useState(focused);
  return (
    <Field label={label} hint={hint} problem={problem}>
      {({ id, describedBy, invalid }) => (
        <input
          ref={first ? focusOnce : undefined}
          id={id}
          type="password"
          autoComplete="off"
          spellCheck={false}
          maxLength={8192}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
