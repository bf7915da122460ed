import { CopyButton } from './CopyButton.tsx';

interface Props {
  text: string;
  label: string;
}

/** A value to carry elsewhere, whole. */
export function CopyLine({ text, label }: Props) {
  return (
    <span className="copy-line">
      <code>{text}</code>
      <CopyButton bare label={label} text={() => text} />
    </span>
  );
}
