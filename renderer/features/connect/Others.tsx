import { useCallback, useEffect, useState } from 'react';
import type { OtherRegistration } from '../../../shared/endpoints.ts';
import { useCall } from '../../stores/context.ts';
import { inertLine } from '../../text/inert.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { DayTime } from '../../ui/Time.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useNow } from '../../ui/use-now.ts';
import { connect as words } from '../../words/connect.ts';

/** What somebody else has registered at the same vendor: shown, and removed only on a person's word. */
export function Others({ endpointId }: { endpointId: string }) {
  const call = useCall();
  const now = useNow();
  const removal = useAction();
  const [others, setOthers] = useState<OtherRegistration[]>([]);
  const [asked, setAsked] = useState<OtherRegistration | null>(null);

  const load = useCallback(async () => {
    const reply = await call('registration.others', { endpointId });
    if (reply.ok) setOthers(reply.value.others);
  }, [call, endpointId]);

  useEffect(() => {
    load();
  }, [load]);

  const remove = async (ref: string) => {
    const done = await removal.run(() => call('registration.removeOther', { endpointId, ref }));
    setAsked(null);
    if (done) setOthers(others.filter((other) => other.ref !== ref));
    else load();
  };
  if (others.length === 0) return removal.error && <Failure error={removal.error} />;
  return (
    <section className="part" aria-label={words.others}>
      <h4>{words.others}</h4>
      <p className="quiet">{words.othersHint}</p>
      <ul className="others">
        {others.map((other) => (
          <li key={other.ref}>
            <code title={inertLine(other.url, 2000)}>{inertLine(other.url, 200)}</code>
            {other.createdAt && (
              <small>
                {words.made} <DayTime iso={other.createdAt} now={now} />
              </small>
            )}
            <button type="button" className="button danger" onClick={() => setAsked(other)}>
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
      {removal.error && <Failure error={removal.error} />}
      {asked && (
        <Confirm
          title={words.removeTitle}
          action={words.removeAction}
          busy={removal.busy}
          onConfirm={() => remove(asked.ref)}
          onClose={() => setAsked(null)}
        >
          <p>{words.removeText}</p>
          <p className="code">{inertLine(asked.url, 2000)}</p>
        </Confirm>
      )}
    </section>
  );
}
