import { type ReactNode, useId } from 'react';
import { placeBelow } from './place-below.ts';
import './panel.css';

interface Props {
  /** Of the button, heard and shown on hover. */
  label: string;
  icon: ReactNode;
  /** What is in the panel has an effect now. */
  isOn: boolean;
  /** Of the panel. */
  title: string;
  className?: string;
  children: ReactNode;
}

/** A small button, and the panel that it opens below itself: the browser's own popover. Esc and a press elsewhere close it. */
export function Panel({ label, icon, isOn, title, className = '', children }: Props) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        className="icon-button"
        popoverTarget={id}
        aria-label={label}
        title={label}
        data-on={isOn || undefined}
      >
        {icon}
      </button>
      <section
        id={id}
        popover="auto"
        className={`panel ${className}`.trim()}
        aria-label={title}
        onToggle={({ currentTarget, newState }) => {
          if (newState === 'open') placeBelow(currentTarget);
        }}
      >
        {children}
      </section>
    </>
  );
}
