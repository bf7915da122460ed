import { useEffect, useId, useState } from 'react';
import type { Settings } from '../../../shared/settings.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { alerts as words } from '../../words/alerts.ts';
import { useSave } from './use-save.ts';

type Hours = NonNullable<Settings['quietHours']>;

/** Where none were chosen yet. */
const usual: Hours = { from: '22:00', to: '07:00' };

/** Saved when a time is left or by Enter, as soon as both are whole. */
export function QuietHours({ hours }: { hours: Settings['quietHours'] }) {
  const { error, save } = useSave();
  const [draft, setDraft] = useState<Hours>(hours ?? usual);
  const [problem, setProblem] = useState<string | undefined>();
  const about = useId();
  const { from, to } = hours ?? draft;

  useEffect(() => setDraft({ from, to }), [from, to]);

  const keep = () => {
    if (draft.from === '' || draft.to === '') return setProblem(words.quietPart);
    if (draft.from === draft.to) return setProblem(words.quietSame);
    setProblem(undefined);
    if (draft.from !== from || draft.to !== to) save({ quietHours: draft });
  };
  const time = (name: keyof Hours) => (
    <input
      type="time"
      required
      aria-label={`${words.quiet}: ${name === 'from' ? words.quietFrom : words.quietTo}`}
      aria-describedby={about}
      aria-invalid={problem !== undefined}
      value={draft[name]}
      onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
      onBlur={keep}
      onKeyDown={({ key }) => {
        if (key === 'Enter') keep();
      }}
    />
  );

  return (
    <div className="setting">
      <span className="setting-label">{words.quiet}</span>
      <span className="quiet-hours">
        <Switch
          label={words.quietOn}
          on={hours !== null}
          describedBy={about}
          onChange={(on) => {
            setProblem(undefined);
            save({
              quietHours: on ? (draft.from && draft.to && draft.from !== draft.to ? draft : usual) : null,
            });
          }}
        />
        {hours && (
          <span className="times">
            {words.quietFrom.toLowerCase()} {time('from')} {words.quietTo} {time('to')}
          </span>
        )}
      </span>
      <p id={about} className="field-about">
        {problem ? <span className="problem">{problem}</span> : words.quietOff}
      </p>
      {error && <Failure error={error} />}
    </div>
  );
}
