import { useEffect, useState } from 'react';
import { useCall } from '../../stores/context.ts';
import { Failure } from '../../ui/Failure.tsx';
import { useAction } from '../../ui/use-action.ts';
import { endpoint as words } from '../../words/endpoints.ts';

/** After a secret was set: what was refused for want of it can still be taken in. */
export function Recheck({ endpointId }: { endpointId: string }) {
  const call = useCall();
  const { busy, error, run } = useAction();
  const [count, setCount] = useState(0);
  const [taken, setTaken] = useState<number | null>(null);

  useEffect(() => {
    let isCurrent = true;
    call('delivery.recheck', { endpointId, apply: false }).then((reply) => {
      if (isCurrent && reply.ok) setCount(reply.value.verified);
    });
    return () => {
      isCurrent = false;
    };
  }, [call, endpointId]);

  const takeIn = async () => {
    const value = await run(() => call('delivery.recheck', { endpointId, apply: true }));
    if (value) setTaken(value.verified);
  };

  return (
    <div className="recheck" role="status">
      {taken !== null && <p>{words.takenIn(taken)}</p>}
      {taken === null && count > 0 && (
        <>
          <p>
            <strong>{words.recheck(count)}</strong>
          </p>
          <button type="button" className="button primary" disabled={busy} onClick={takeIn}>
            {words.takeIn}
          </button>
          <button type="button" className="button" onClick={() => setCount(0)}>
            {words.notNow}
          </button>
        </>
      )}
      {error && <Failure error={error} onRetry={takeIn} endpointId={endpointId} />}
    </div>
  );
}
