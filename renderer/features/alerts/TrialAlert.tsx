import { Failure } from '../../ui/Failure.tsx';
import { alerts as words } from '../../words/alerts.ts';
import { useTrial } from './use-trial.ts';

/** Shows an alert whatever the settings say, and tells what came of it. */
export function TrialAlert() {
  const { busy, error, trial, start } = useTrial();
  return (
    <div className="setting trial">
      {/* Kept while it runs, so that the keyboard stays on it. */}
      <button type="button" className="button" aria-disabled={busy} onClick={busy ? undefined : start}>
        {words.test}
      </button>
      <span className="alert-state" role="status">
        {busy && <span className="quiet">{words.testing}</span>}
        {!busy && trial && (
          <>
            <span
              className="mark"
              data-mark={trial === 'shown' ? 'good' : trial === 'lost' ? 'gap' : 'failed'}
              aria-hidden="true"
            />
            <span>{words.tests[trial]}</span>
          </>
        )}
      </span>
      {error && <Failure error={error} />}
    </div>
  );
}
