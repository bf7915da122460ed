import { type SubmitEvent, useState } from 'react';
import { useStore } from 'zustand';
import type { WireError } from '../../../shared/errors.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { TunnelInfo } from '../../../shared/tunnels.ts';
import { useStores } from '../../stores/context.ts';
import { Failure } from '../../ui/Failure.tsx';
import { focusProblem } from '../../ui/focus-problem.ts';
import { connection as words } from '../../words/connection.ts';
import { useSaveWayIn } from './use-save-way-in.ts';
import { WayInCards } from './WayInCards.tsx';
import { checkWayIn, isSavedWayIn, startWayIn } from './way-in-draft.ts';

interface Props {
  settings: Settings;
  providers: TunnelInfo[];
}

/** The choice of the way in, and what it needs. */
export function WayInForm({ settings, providers }: Props) {
  const { tunnels, status } = useStores();
  const running = useStore(status, (state) =>
    state.status?.tunnel.publicUrl ? state.status.tunnel.provider : undefined,
  );
  const save = useSaveWayIn();
  const [draft, setDraft] = useState(() => startWayIn(settings, settings.tunnel));
  const [isChecked, setChecked] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const info = providers.find(({ id }) => id === draft.provider);
  if (!info) return null;

  const problems = checkWayIn(draft, info);
  const isWhole = Object.keys(problems).length === 0;
  const act = async (work: () => Promise<WireError | null>) => {
    setBusy(true);
    const failed = await work();
    setBusy(false);
    setError(failed);
    setSaved(!failed);
    setChecked(false);
    if (!failed) setDraft((now) => ({ ...now, token: '' }));
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (isWhole) act(() => save(draft, info));
    else focusProblem(event.currentTarget);
  };

  return (
    <form className="way-in-form" aria-label={words.choose} onSubmit={submit}>
      <WayInCards
        label={words.choose}
        providers={providers}
        draft={draft}
        problems={isChecked ? problems : {}}
        running={running}
        onChange={(next) => {
          setDraft(next);
          setSaved(false);
          if (next.provider !== draft.provider) setChecked(false);
        }}
      />
      {error && <Failure error={error} here />}
      <div className="form-actions">
        <button
          type="submit"
          className="button primary"
          disabled={busy || (isWhole && isSavedWayIn(draft, settings, info))}
        >
          {draft.provider === 'off' ? words.close : words.use}
        </button>
        {info.token?.hasToken && (
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => act(() => tunnels.getState().saveToken(info.id, null))}
          >
            {words.forget}
          </button>
        )}
        <span className="saved" role="status">
          {isSaved && words.saved}
        </span>
      </div>
    </form>
  );
}
