import type { WireError } from '../../shared/errors.ts';
import { explainError } from '../words/errors.ts';
import { FixButton } from './FixButton.tsx';
import './Failure.css';

interface Props {
  error: WireError;
  onRetry?: () => void;
  /** The way in can be mended right here. */
  here?: boolean;
  /** What it is about, where the address does not say. */
  endpointId?: string | undefined;
}

/** An error in words, with what to do next and the button that does it. */
export function Failure({ error, onRetry, here = false, endpointId }: Props) {
  const { sentence, next } = explainError(error);
  return (
    <div className="failure" role="alert">
      <span className="mark" data-mark="failed" aria-hidden="true" />
      <div>
        <strong>{sentence}</strong> <span>{next}</span>
      </div>
      <FixButton code={error.code} onRetry={onRetry} here={here} endpointId={endpointId} />
    </div>
  );
}
