import { useId } from 'react';
import type { UpdateStatus } from '../../../shared/status.ts';
import { useCall } from '../../stores/context.ts';
import { inert, inertLine } from '../../text/inert.ts';
import { ago } from '../../text/time.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { useNow } from '../../ui/use-now.ts';
import { describeUpdate, desktop as words } from '../../words/desktop.ts';
import { useSave } from '../alerts/use-save.ts';
import { updateStep } from './update-step.ts';
import { useHostAction } from './use-host-action.ts';

interface Props {
  update: UpdateStatus;
  version: string;
  isAutomatic: boolean;
}

/** How the app stands with newer versions of itself, and the one step that leads on. */
export function Updates({ update, version, isAutomatic }: Props) {
  const call = useCall();
  const now = useNow();
  const { busy, error, act } = useHostAction();
  const { error: notSaved, save } = useSave();
  const box = useKeptFocus<HTMLDivElement>();
  const about = useId();
  const { state, percent, notes, reason, checkedAt } = update;
  const step = updateStep(state);
  return (
    <div ref={box} tabIndex={-1} className="computer-part">
      <div className="setting">
        <span className="setting-label">{words.version}</span>
        <span>{version}</span>
      </div>
      <div className="update">
        <p role="status">
          {describeUpdate(update)} {reason && inertLine(reason)}
        </p>
        {state === 'downloading' && <progress aria-label={words.progress} max={100} value={percent} />}
        <div className="update-step">
          {step && (
            <button
              type="button"
              className={step === 'update.check' ? 'button' : 'button primary'}
              disabled={busy}
              onClick={() => act(() => call(step, {}))}
            >
              {words.steps[step]}
            </button>
          )}
          {checkedAt && state !== 'unsupported' && (
            <span className="quiet">
              {words.checked} {ago(checkedAt, now)}
            </span>
          )}
        </div>
        {error && <Failure error={error} />}
      </div>
      {notes && (
        <details className="notes" open={state === 'available'}>
          <summary>{words.notes}</summary>
          <p dir="auto">{inert(notes)}</p>
        </details>
      )}
      {state !== 'unsupported' && (
        <>
          <Switch
            label={words.automatic}
            on={isAutomatic}
            describedBy={about}
            onChange={(on) => save({ checkForUpdates: on })}
          />
          <p id={about} className="field-about">
            {words.automaticHint}
          </p>
        </>
      )}
      {notSaved && <Failure error={notSaved} />}
    </div>
  );
}
