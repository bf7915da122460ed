import { RefreshCw } from 'lucide-react';
import type { VendorInfo } from '../../../shared/endpoints.ts';
import { Field } from '../../ui/Field.tsx';
import { create as words } from '../../words/endpoints.ts';
import type { ProofDraft, ProofProblems } from './check-draft.ts';
import { makeHeaderValue } from './make-secret.ts';

interface Props {
  vendor: VendorInfo;
  draft: ProofDraft;
  problems: ProofProblems;
  /** More to say about the secret. */
  secretNote?: string;
  onChange(draft: ProofDraft): void;
}

/** The secret, the header, or both, as far as the vendor can use them. */
export function ProofFields({ vendor, draft, problems, secretNote, onChange }: Props) {
  const hasChoice = vendor.secretKinds.length > 1;
  return vendor.secretKinds.map((kind) => {
    const isUsed = kind === 'header' ? draft.useHeader : draft.useSecret;
    return (
      <div key={kind} className="proof-kind">
        {hasChoice && (
          <label className="check">
            <input
              type="checkbox"
              checked={isUsed}
              onChange={({ target: { checked } }) =>
                onChange(
                  kind === 'header' ? { ...draft, useHeader: checked } : { ...draft, useSecret: checked },
                )
              }
            />
            {kind === 'header' ? words.headerProof : words.secretProof(vendor.secretLabel)}
          </label>
        )}
        {isUsed && kind === 'header' && (
          <HeaderFields draft={draft} problems={problems} onChange={onChange} />
        )}
        {isUsed && kind === 'secret' && (
          <Field
            label={hasChoice ? words.secret : words.secretOf(vendor.secretLabel)}
            hint={[words.secretHint, secretNote].filter(Boolean).join(' ')}
          >
            {({ id, describedBy }) => (
              <input
                id={id}
                type="password"
                autoComplete="off"
                spellCheck={false}
                maxLength={4096}
                aria-describedby={describedBy}
                value={draft.secret}
                onChange={({ target }) => onChange({ ...draft, secret: target.value })}
              />
            )}
          </Field>
        )}
      </div>
    );
  });
}

function HeaderFields({ draft, problems, onChange }: Omit<Props, 'vendor' | 'secretNote'>) {
  return (
    <>
      <Field label={words.headerName} problem={problems.headerName}>
        {({ id, describedBy, invalid }) => (
          <input
            id={id}
            className="mono"
            spellCheck={false}
            autoComplete="off"
            aria-describedby={describedBy}
            aria-invalid={invalid}
            value={draft.headerName}
            onChange={({ target }) => onChange({ ...draft, headerName: target.value.trim() })}
          />
        )}
      </Field>
      <Field label={words.headerValue} hint={words.headerHint} problem={problems.headerValue}>
        {({ id, describedBy, invalid }) => (
          <span className="with-button">
            <input
              id={id}
              className="mono"
              spellCheck={false}
              autoComplete="off"
              aria-describedby={describedBy}
              aria-invalid={invalid}
              value={draft.headerValue}
              onChange={({ target }) => onChange({ ...draft, headerValue: target.value })}
            />
            <button
              type="button"
              className="icon-button"
              aria-label={words.another}
              title={words.another}
              onClick={() => onChange({ ...draft, headerValue: makeHeaderValue() })}
            >
              <RefreshCw aria-hidden />
            </button>
          </span>
        )}
      </Field>
    </>
  );
}
