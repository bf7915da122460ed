import type { Delivery } from '../../../shared/events.ts';
import { delivery as words } from '../../words/deliveries.ts';
import { explainReason } from '../../words/reasons.ts';
import { ReasonFix } from './ReasonFix.tsx';

/** The verdict in words, with the next step and the button that does it. */
export function VerdictNote({ delivery }: { delivery: Delivery }) {
  const { verdict, reason, conflict, late, sample, endpointId } = delivery;
  const { explained, next } = reason ? explainReason(reason) : words.verdicts[verdict];
  return (
    <>
      <div className="note" data-verdict={verdict}>
        <p>
          <strong>{explained}</strong>
        </p>
        {next && <p>{next}</p>}
        {late && <p>{words.late}</p>}
        {sample && <p>{words.sample}</p>}
        {reason && <ReasonFix reason={reason} endpointId={endpointId} />}
      </div>
      {conflict && (
        <div className="note" data-verdict="conflict">
          <p>
            <strong>{words.conflictTitle}</strong>
          </p>
          <p>{words.conflict}</p>
        </div>
      )}
    </>
  );
}
