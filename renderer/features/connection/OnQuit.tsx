import { useId, useState } from 'react';
import type { WireError } from '../../../shared/errors.ts';
import type { Settings } from '../../../shared/settings.ts';
import { useStores } from '../../stores/context.ts';
import { Failure } from '../../ui/Failure.tsx';
import { connection as words } from '../../words/connection.ts';

type Choice = Settings['registrationsOnQuit'];
const choices = Object.keys(words.onQuit) as Choice[];

/** Saved as soon as it is chosen. */
export function OnQuit({ value }: { value: Choice }) {
  const { settings } = useStores();
  const [error, setError] = useState<WireError | null>(null);
  const name = useId();
  return (
    <>
      <fieldset className="on-quit">
        <legend className="unseen">{words.quit}</legend>
        {choices.map((choice) => (
          <label key={choice} className="way-in-card">
            <input
              type="radio"
              name={name}
              value={choice}
              checked={choice === value}
              onChange={async () => setError(await settings.getState().save({ registrationsOnQuit: choice }))}
            />
            <span>
              <strong>{words.onQuit[choice].label}</strong>
              <small>{words.onQuit[choice].text}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {error && <Failure error={error} />}
    </>
  );
}
