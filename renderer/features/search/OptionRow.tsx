import type { ReactNode } from 'react';

export interface RowProps {
  id: string;
  isActive: boolean;
  onOpen(): void;
}

interface Props extends RowProps {
  /** A shape or an icon. */
  sign: ReactNode;
  /** At the end of the line: what kind it is, or when it was. */
  end?: ReactNode;
  children: ReactNode;
}

/** One option of the search. The box keeps the focus and takes the keys. */
export function OptionRow({ id, isActive, onOpen, sign, end, children }: Props) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the search box keeps the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box takes the keys
    <div
      id={id}
      role="option"
      className="result"
      aria-selected={isActive}
      onPointerDown={(press) => press.preventDefault()}
      onClick={onOpen}
    >
      <span className="result-sign">{sign}</span>
      <div className="result-words">{children}</div>
      <span className="result-end">{end}</span>
    </div>
  );
}
