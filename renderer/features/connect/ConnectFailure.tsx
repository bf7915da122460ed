import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { useNow } from '../../ui/use-now.ts';
import { connect as words } from '../../words/connect.ts';
import { explainError } from '../../words/errors.ts';
import { nextTry } from '../../words/path.ts';
import { isLeaving } from './stage.ts';
import { type Help, whatHelps } from './what-helps.ts';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
  busy: boolean;
  onAsk(help: Help): void;
  onRetry(): void;
  onGiveUp(): void;
}

/** What went wrong, what it means, and the one thing to do next. */
export function ConnectFailure({ endpoint, vendor, busy, onAsk, onRetry, onGiveUp }: Props) {
  const { error, nextTryAt } = endpoint.registration;
  const now = useNow();
  if (!error) return null;
  const { sentence, next } = explainError(error);
  const leaves = isLeaving(endpoint.registration);
  const help = whatHelps(error.code, vendor.targetLabel !== undefined);
  const asks = help !== 'retry' && !(leaves && help !== 'credentials');
  return (
    <>
      <div role="alert">
        <p>
          <strong>{sentence}</strong> {next}
        </p>
      </div>
      {nextTryAt && <p className="quiet">{nextTry(nextTryAt, now)}</p>}
      <div className="form-actions">
        {asks && (
          <button type="button" className="button primary" disabled={busy} onClick={() => onAsk(help)}>
            {words.helps[help]}
          </button>
        )}
        {(!asks || nextTryAt !== undefined) && (
          <button
            type="button"
            className={asks ? 'button' : 'button primary'}
            disabled={busy}
            onClick={onRetry}
          >
            {words.helps.retry}
          </button>
        )}
        {!leaves && (
          <button type="button" className="button" disabled={busy} onClick={onGiveUp}>
            {words.giveUp}
          </button>
        )}
      </div>
    </>
  );
}
