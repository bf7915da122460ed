import type { Verdict } from '../../shared/events.ts';
import { verdictWords } from '../words/deliveries.ts';

/** A shape for each verdict, beside its word. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return (
    <span className="verdict" data-verdict={verdict}>
      <span className="verdict-shape" aria-hidden="true" />
      {verdictWords[verdict]}
    </span>
  );
}
