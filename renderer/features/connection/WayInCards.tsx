import { useId } from 'react';
import type { TunnelInfo, TunnelProvider } from '../../../shared/tunnels.ts';
import { connection as words } from '../../words/connection.ts';
import { WayInFields } from './WayInFields.tsx';
import type { WayInDraft, WayInProblems } from './way-in-draft.ts';
import './way-in.css';

interface Props {
  label: string;
  providers: readonly TunnelInfo[];
  draft: WayInDraft;
  problems: WayInProblems;
  /** The one that is open now. */
  running?: TunnelProvider | undefined;
  /** Only what has to be known and entered: the rest has its own screen. */
  compact?: boolean;
  onChange(draft: WayInDraft): void;
}

/** The ways in to choose from, with what the chosen one needs, and what a careful person must know of it. */
export function WayInCards({ label, providers, draft, problems, running, compact = false, onChange }: Props) {
  const name = useId();
  const chosen = providers.find(({ id }) => id === draft.provider);
  const safer = providers.filter(({ id, warning }) => id !== 'off' && warning === undefined);
  return (
    <div className="way-in" data-compact={compact || undefined}>
      <fieldset className="way-in-cards">
        <legend className="unseen">{label}</legend>
        {providers.map((info) => (
          <label key={info.id} className="way-in-card">
            <input
              type="radio"
              name={name}
              value={info.id}
              checked={info.id === draft.provider}
              onChange={() => onChange({ ...draft, provider: info.id, token: '' })}
            />
            <span>
              <span className="way-in-title">
                <strong>{info.title}</strong>
                {info.id !== 'off' && (
                  <span className="tag">{info.stable ? words.stable : words.changes}</span>
                )}
                {info.id === running && info.id !== 'off' && <span className="tag good">{words.inUse}</span>}
              </span>
              {!compact && <small>{info.summary}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      {compact && chosen && <p className="field-about">{chosen.summary}</p>}
      {chosen?.warning && (
        <div className="hint-line">
          <span className="mark" data-mark="gap" aria-hidden="true" />
          <p>
            {chosen.warning}
            {safer.length > 0 && (
              <span className="safer">
                <strong>{words.safer}</strong>
                {safer.map(({ id, title }) => (
                  <button
                    key={id}
                    type="button"
                    className="link"
                    onClick={() => onChange({ ...draft, provider: id, token: '' })}
                  >
                    {title}
                  </button>
                ))}
              </span>
            )}
          </p>
        </div>
      )}
      {chosen && (
        <WayInFields info={chosen} compact={compact} draft={draft} problems={problems} onChange={onChange} />
      )}
    </div>
  );
}
