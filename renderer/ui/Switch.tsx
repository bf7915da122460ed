interface Props {
  label: string;
  on: boolean;
  busy?: boolean;
  /** The id of what says more. */
  describedBy?: string | undefined;
  onChange(on: boolean): void;
}

export function Switch({ label, on, busy = false, describedBy, onChange }: Props) {
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={on}
      aria-describedby={describedBy}
      disabled={busy}
      onClick={() => onChange(!on)}
    >
      <span className="switch-track" aria-hidden="true" />
      {label}
    </button>
  );
}
