import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { common } from '../words/common.ts';

interface Props {
  /** What it says and is called: `Copy as curl`. */
  label: string;
  text: () => string;
  /** Only the icon is seen. */
  bare?: boolean;
}

export function CopyButton({ label, text, bare = false }: Props) {
  const [said, setSaid] = useState<string | null>(null);

  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(null), 2000);
    return () => clearTimeout(timer);
  }, [said]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setSaid(common.copied);
    } catch {
      setSaid(common.notCopied);
    }
  };

  return (
    <button
      type="button"
      className={bare ? 'icon-button' : 'button'}
      aria-label={bare ? label : undefined}
      title={bare ? label : undefined}
      onClick={copy}
    >
      {said === common.copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      {!bare && <span>{said ?? label}</span>}
      <span className="unseen" role="status">
        {said}
      </span>
    </button>
  );
}
