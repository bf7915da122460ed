import type { Delivery } from '../../../shared/events.ts';
import { delivery as words } from '../../words/deliveries.ts';
import { explainReason } from '../../words/reasons.ts';

/** The verdict in words, with the next step. */
export function VerdictNote({
  delivery: { verdict, reason, conflict, late, sample },
}: {
  delivery: Delivery;
}) {
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
