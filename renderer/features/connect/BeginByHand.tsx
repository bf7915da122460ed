import { Plug } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import type { WireError } from '../../../shared/errors.ts';
import { Failure } from '../../ui/Failure.tsx';
import { focusProblem } from '../../ui/focus-problem.ts';
import { connect as words } from '../../words/connect.ts';
import { useConsent } from './use-consent.ts';
import { WayInConsent } from './WayInConsent.tsx';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
  busy: boolean;
  failure: WireError | null;
  onReady(): void;
}

/** Opens the way in, with consent, and begins to wait. */
export function BeginByHand({ endpoint, vendor, busy, failure, onReady }: Props) {
  const consent = useConsent(false);
  const [isChecked, setChecked] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const shown = error ?? failure;

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(consent.problems).length > 0) return focusProblem(event.currentTarget);
    const failed = await consent.keep();
    setError(failed);
    if (!failed) onReady();
  };
  return (
    <form className="connect-form" aria-label={words.wayIn} onSubmit={submit}>
      {consent.isNeeded && consent.draft && (
        <WayInConsent
          providers={consent.providers}
          draft={consent.draft}
          problems={isChecked ? consent.problems : {}}
          onChange={consent.change}
        />
      )}
      {shown && <Failure error={shown} here={consent.isNeeded} />}
      <div className="form-actions">
        <button type="submit" className="button primary" disabled={busy || !endpoint.enabled}>
          <Plug aria-hidden />
          {words.title(vendor.title)}
        </button>
      </div>
    </form>
  );
}
