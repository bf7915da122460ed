import type { ReactNode } from 'react';
import { common } from '../words/common.ts';
import { Dialog } from './Dialog.tsx';

interface Props {
  title: string;
  children: ReactNode;
  /** The verb of what is about to happen. */
  action: string;
  busy?: boolean;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something that cannot be undone. The way out has the focus. */
export function Confirm({ title, children, action, busy = false, onConfirm, onClose }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {common.cancel}
        </button>
        <button type="button" className="button danger" disabled={busy} onClick={onConfirm}>
          {action}
        </button>
      </div>
    </Dialog>
  );
}
