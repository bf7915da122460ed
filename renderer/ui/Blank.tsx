import type { ReactNode } from 'react';

interface Props {
  title: string;
  children?: ReactNode;
}

/** Where there is nothing yet: what this place is for, and how to begin. */
export function Blank({ title, children }: Props) {
  return (
    <div className="blank">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
