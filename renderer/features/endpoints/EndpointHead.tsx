import { Pencil } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { useCall, useStores } from '../../stores/context.ts';
import { inertLine } from '../../text/inert.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useAction } from '../../ui/use-action.ts';
import { common } from '../../words/common.ts';
import { endpoint as words } from '../../words/endpoints.ts';
import { MuteEndpoint } from '../alerts/MuteEndpoint.tsx';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo | undefined;
}

export function EndpointHead({ endpoint, vendor }: Props) {
  const call = useCall();
  const { endpoints } = useStores();
  const { busy, error, run } = useAction();
  const [draft, setDraft] = useState<string | null>(null);

  const update = async (change: { name?: string; enabled?: boolean }) => {
    const changed = await run(() => call('endpoint.update', { endpointId: endpoint.id, ...change }));
    if (changed) endpoints.getState().apply(changed);
    return changed;
  };
  const rename = async (event: SubmitEvent) => {
    event.preventDefault();
    if (draft?.trim() && (await update({ name: draft.trim() }))) setDraft(null);
  };

  return (
    <header className="endpoint-head">
      {draft === null ? (
        <div className="endpoint-name">
          <h2>{inertLine(endpoint.name)}</h2>
          <button
            type="button"
            className="icon-button"
            aria-label={words.rename}
            title={words.rename}
            onClick={() => setDraft(endpoint.name)}
          >
            <Pencil aria-hidden />
          </button>
          <small>{vendor ? `${vendor.title} · ${vendor.subtitle}` : endpoint.vendor}</small>
        </div>
      ) : (
        <form
          className="endpoint-rename"
          onSubmit={rename}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setDraft(null);
          }}
        >
          <input
            ref={(input) => input?.focus()}
            aria-label={words.name}
            maxLength={80}
            value={draft}
            onChange={({ target }) => setDraft(target.value)}
          />
          <button type="submit" className="button primary" disabled={busy || draft.trim() === ''}>
            {common.save}
          </button>
          <button type="button" className="button" onClick={() => setDraft(null)}>
            {common.cancel}
          </button>
        </form>
      )}
      <MuteEndpoint endpointId={endpoint.id} />
      <Switch
        label={words.enabled}
        on={endpoint.enabled}
        busy={busy}
        onChange={(enabled) => update({ enabled })}
      />
      {!endpoint.enabled && <p className="quiet">{words.disabledHint}</p>}
      {error && <Failure error={error} />}
    </header>
  );
}
