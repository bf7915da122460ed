interface Props {
  label: string;
  on: boolean;
  busy?: boolean;
  onChange(on: boolean): void;
}

export function Switch({ label, on, busy = false, onChange }: Props) {
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={on}
      disabled={busy}
      onClick={() => onChange(!on)}
    >
      <span className="switch-track" aria-hidden="true" />
      {label}
    </button>
  );
}
