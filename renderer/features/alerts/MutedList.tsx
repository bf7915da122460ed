import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Mute } from '../../../shared/alerts.ts';
import { useAgentName, useEndpointName, useStores } from '../../stores/context.ts';
import { muteAgain } from '../../stores/put-back.ts';
import { routeHash } from '../../stores/route-store.ts';
import { inertLine } from '../../text/inert.ts';
import { shortId } from '../../text/short-id.ts';
import { Failure } from '../../ui/Failure.tsx';
import { DayTime } from '../../ui/Time.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { useNow } from '../../ui/use-now.ts';
import { alerts as words } from '../../words/alerts.ts';
import { transcript } from '../../words/sessions.ts';
import { undo as undoWords } from '../../words/undo.ts';
import { sessionName } from '../sessions/session-name.ts';
import { useMutes } from './use-mutes.ts';

/** All that is muted, by name, the newest first. */
export function MutedList() {
  const { muted, busy, error, set } = useMutes();
  const nameOf = useMutedName(muted);
  const box = useKeptFocus<HTMLDivElement>();
  const { settings, undo } = useStores();
  return (
    <div ref={box} tabIndex={-1} className="muted">
      {muted.length === 0 ? (
        <p className="quiet">{words.mutedNone}</p>
      ) : (
        <ul aria-label={words.muted}>
          {muted.toReversed().map((one) => {
            const name = inertLine(nameOf(one), 80);
            return (
              <li key={`${one.kind} ${one.id}`}>
                <span className="muted-name">
                  {one.kind === 'session' ? <a href={routeHash('sessions', one.id)}>{name}</a> : name}
                  {one.kind === 'session' && <Since sessionId={one.id} />}
                </span>
                <span className="tag">{words.kinds[one.kind]}</span>
                <button
                  type="button"
                  className="button"
                  disabled={busy}
                  aria-label={words.unmuteNamed(name)}
                  onClick={() => {
                    set(one, false);
                    undo
                      .getState()
                      .offer({ text: undoWords.unmuted(name), undo: () => muteAgain(settings, one) });
                  }}
                >
                  {words.unmute}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {error && <Failure error={error} />}
    </div>
  );
}

/** Sessions of one agent have one name: when they began tells them apart. */
function Since({ sessionId }: { sessionId: string }) {
  const session = useStore(useStores().named, (state) => state.sessions.get(sessionId));
  const now = useNow();
  if (!session) return null;
  return (
    <small className="quiet">
      {transcript.since} <DayTime iso={session.startedAt} now={now} />
    </small>
  );
}

/** Sessions are asked for where no list holds them; one that is gone is called by its id. */
function useMutedName(muted: readonly Mute[]): (mute: Mute) => string {
  const stores = useStores();
  const named = useStore(stores.named, (state) => state.sessions);
  const endpointName = useEndpointName();
  const agentName = useAgentName();

  useEffect(() => {
    for (const { kind, id } of muted) if (kind === 'session') stores.named.getState().want(id);
  }, [stores, muted]);

  return ({ kind, id }) => {
    if (kind === 'endpoint') return endpointName(id) ?? words.goneEndpoint;
    if (kind === 'agent') return agentName(id) ?? id;
    const session = named.get(id);
    return session ? sessionName(session, endpointName, agentName) : shortId(id);
  };
}
