import type { TunnelInfo } from '../../../shared/tunnels.ts';
import { Field } from '../../ui/Field.tsx';
import { SecretInput } from '../../ui/SecretInput.tsx';
import { connection as words } from '../../words/connection.ts';
import type { WayInDraft, WayInProblems } from './way-in-draft.ts';

interface Props {
  info: TunnelInfo;
  draft: WayInDraft;
  problems: WayInProblems;
  /** Without what can be left empty. */
  compact: boolean;
  onChange(draft: WayInDraft): void;
}

/** What this provider needs to be told. */
export function WayInFields({ info: { id, token, ...info }, draft, problems, compact, onChange }: Props) {
  const uses = compact ? info.uses.filter((name) => name === 'publicUrl') : info.uses;
  if (!token && uses.length === 0) return null;
  return (
    <div className="way-in-fields" key={id}>
      {token && (
        <SecretInput
          label={token.label}
          hint={
            <>
              {token.hasToken ? words.tokenKept : words.tokenHint}{' '}
              <a href={token.url} target="_blank" rel="noreferrer">
                {words.tokenPage}
              </a>
            </>
          }
          problem={problems.token}
          value={draft.token}
          onChange={(value) => onChange({ ...draft, token: value })}
        />
      )}
      {uses.map((name) => (
        <Field key={name} label={words.fields[name]} hint={words.hints[name]} problem={problems[name]}>
          {(control) => (
            <input
              id={control.id}
              className="mono"
              inputMode={name === 'tunnelDomain' ? 'text' : 'url'}
              spellCheck={false}
              autoComplete="off"
              maxLength={300}
              placeholder={words.placeholders[name]}
              aria-describedby={control.describedBy}
              aria-invalid={control.invalid}
              value={draft[name]}
              onChange={({ target }) => onChange({ ...draft, [name]: target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
