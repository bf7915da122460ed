import { useEffect, useState } from 'react';
import { useStores } from '../../stores/context.ts';
import { Field } from '../../ui/Field.tsx';
import { explainError } from '../../words/errors.ts';
import { settings as words } from '../../words/settings.ts';
import { limits, type NumberSetting, readNumber } from './limits.ts';

interface Props {
  name: NumberSetting;
  /** In the core's units. */
  value: number;
  label: string;
  hint: string;
  unit: string;
}

/** Saved when it is left or by Enter; Esc takes it back. */
export function NumberField({ name, value, label, hint, unit }: Props) {
  const { settings } = useStores();
  const limit = limits[name];
  const shown = String(Math.round(value / limit.unit));
  const [draft, setDraft] = useState(shown);
  const [problem, setProblem] = useState<string | undefined>();
  const [isSaved, setSaved] = useState(false);

  useEffect(() => setDraft(shown), [shown]);

  const save = async () => {
    if (draft.trim() === shown) return setProblem(undefined);
    const next = readNumber(draft, limit);
    if (next === undefined) return setProblem(words.between(limit.least, limit.most));
    const error = await settings.getState().save({ [name]: next });
    setProblem(error ? `${explainError(error).sentence} ${explainError(error).next}` : undefined);
    setSaved(!error);
  };

  return (
    <Field label={label} hint={hint} problem={problem}>
      {({ id, describedBy, invalid }) => (
        <span className="with-unit">
          <input
            id={id}
            inputMode="numeric"
            aria-describedby={describedBy}
            aria-invalid={invalid}
            value={draft}
            onChange={({ target }) => {
              setDraft(target.value);
              setSaved(false);
            }}
            onBlur={save}
            onKeyDown={({ key }) => {
              if (key === 'Enter') save();
              if (key !== 'Escape') return;
              setDraft(shown);
              setProblem(undefined);
            }}
          />
          {unit}
          <span className="saved" role="status">
            {isSaved && words.saved}
          </span>
        </span>
      )}
    </Field>
  );
}
