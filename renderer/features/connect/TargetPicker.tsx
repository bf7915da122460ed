import { useId, useState } from 'react';
import type { RegistrationTarget } from '../../../shared/endpoints.ts';
import { inertLine } from '../../text/inert.ts';
import { connect as words } from '../../words/connect.ts';
import { filterTargets } from './filter-targets.ts';

const manyFrom = 8;

interface Props {
  label: string;
  targets: readonly RegistrationTarget[];
  chosen: string | null;
  problem: boolean;
  onChoose(id: string): void;
}

/** What the registration shall be about. The names are the vendor's, so they are shown as nothing but text. */
export function TargetPicker({ label, targets, chosen, problem, onChoose }: Props) {
  const [filter, setFilter] = useState('');
  const name = useId();
  const shown = filterTargets(targets, filter);
  return (
    <fieldset className="group">
      <legend>{words.target(label)}</legend>
      {targets.length >= manyFrom && (
        <div className="target-filter">
          <input
            type="search"
            aria-label={words.targetFilter(label)}
            placeholder={words.targetFilter(label)}
            autoComplete="off"
            spellCheck={false}
            value={filter}
            onChange={({ target }) => setFilter(target.value)}
            onKeyDown={(event) => {
              // It would send the form with nothing chosen yet.
              if (event.key === 'Enter') event.preventDefault();
            }}
          />
          <span className="quiet" role="status">
            {words.targetCount(shown.length, targets.length)}
          </span>
        </div>
      )}
      <div className="targets">
        {shown.map((target) => (
          <label key={target.id} className="target">
            <input
              type="radio"
              name={name}
              checked={target.id === chosen}
              onChange={() => onChoose(target.id)}
            />
            <span>{inertLine(target.name, 120)}</span>
            {target.detail && <small>{inertLine(target.detail, 120)}</small>}
          </label>
        ))}
        {shown.length === 0 && <p className="quiet">{words.targetNone}</p>}
      </div>
      {problem && <p className="problem">{words.targetMissing(label)}</p>}
    </fieldset>
  );
}
