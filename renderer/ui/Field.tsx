import { type ReactNode, useId } from 'react';

interface Props {
  label: string;
  hint?: ReactNode;
  problem?: string | undefined;
  children(control: { id: string; describedBy: string | undefined; invalid: boolean }): ReactNode;
}

/** A labelled control with its hint, and what is wrong with it. */
export function Field({ label, hint, problem, children }: Props) {
  const id = useId();
  const about = `${id}-about`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, describedBy: hint || problem ? about : undefined, invalid: problem !== undefined })}
      <p id={about} className="field-about">
        {problem ? <span className="problem">{problem}</span> : hint}
      </p>
    </div>
  );
}
