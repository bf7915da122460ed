import type { WireError } from '../../shared/errors.ts';
import { routeHash } from '../stores/route-store.ts';
import { common, notices } from '../words/common.ts';
import { concernsWayIn, explainError } from '../words/errors.ts';

interface Props {
  error: WireError;
  onRetry?: () => void;
  /** The way in can be mended right here. */
  here?: boolean;
}

/** An error in words, with what to do next. */
export function Failure({ error, onRetry, here = false }: Props) {
  const { sentence, next } = explainError(error);
  return (
    <div className="failure" role="alert">
      <span className="mark" data-mark="failed" aria-hidden="true" />
      <div>
        <strong>{sentence}</strong> <span>{next}</span>{' '}
        {concernsWayIn(error.code) && !here && <a href={routeHash('connection')}>{notices.connection}</a>}
      </div>
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {common.tryAgain}
        </button>
      )}
    </div>
  );
}
