import type { WireError } from '../../shared/errors.ts';
import { common } from '../words/common.ts';
import { explainError } from '../words/errors.ts';

interface Props {
  error: WireError;
  onRetry?: () => void;
}

/** An error in words, with what to do next. */
export function Failure({ error, onRetry }: Props) {
  const { sentence, next } = explainError(error);
  return (
    <div className="failure" role="alert">
      <span className="mark" data-mark="failed" aria-hidden="true" />
      <div>
        <strong>{sentence}</strong> <span>{next}</span>
      </div>
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {common.tryAgain}
        </button>
      )}
    </div>
  );
}
