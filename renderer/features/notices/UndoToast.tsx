import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import type { Offer } from '../../stores/undo-store.ts';
import { inert } from '../../text/inert.ts';
import { common, notices } from '../../words/common.ts';
import { explainError } from '../../words/errors.ts';
import { undo as words } from '../../words/undo.ts';

/** What was done, and the way to take it back; its time stands still while it is looked at. */
export function UndoToast({ offer }: { offer: Offer }) {
  const { take, settle, dismiss, hold, release } = useStore(useStores().undo);
  const { id, text, detail, error, commit } = offer;
  const said = error && explainError(error);
  return (
    <article
      className="notice"
      data-level={error ? 'error' : 'info'}
      onPointerEnter={() => hold(id)}
      onPointerLeave={() => release(id)}
      onFocus={() => hold(id)}
      onBlur={() => release(id)}
    >
      <span className="mark" data-mark={error ? 'failed' : 'end'} aria-hidden="true" />
      <div>
        <h3 aria-level={2}>{said ? said.sentence : inert(text)}</h3>
        {said ? <p>{said.next}</p> : detail && <p>{detail}</p>}
        <footer>
          {!error && (
            <button type="button" className="link" onClick={() => take(id)}>
              {words.undo}
            </button>
          )}
          {error && commit && (
            <button type="button" className="link" onClick={() => settle(id)}>
              {common.tryAgain}
            </button>
          )}
        </footer>
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label={notices.dismiss}
        onClick={() => (error ? dismiss(id) : settle(id))}
      >
        <X aria-hidden />
      </button>
    </article>
  );
}
