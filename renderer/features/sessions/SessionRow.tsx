import type { Session } from '../../../shared/events.ts';
import { useAgentName, useEndpointName, useVendorTitle } from '../../stores/context.ts';
import { inertLine } from '../../text/inert.ts';
import { Portrait } from '../../ui/Portrait.tsx';
import { Running } from '../../ui/Running.tsx';
import { DayTime } from '../../ui/Time.tsx';
import { Unread } from '../../ui/Unread.tsx';
import { useNow } from '../../ui/use-now.ts';
import { stateWords } from '../../words/common.ts';
import { tags } from '../../words/events.ts';
import { transcript } from '../../words/sessions.ts';
import { MutedMark } from '../alerts/MutedMark.tsx';
import { useMutedPart } from '../alerts/use-mutes.ts';
import { sessionName, sessionPlace } from './session-name.ts';

export function SessionRow({ session }: { session: Session }) {
  const name = sessionName(session, useEndpointName(), useAgentName());
  const now = useNow();
  return (
    <div className="session-row">
      <Portrait
        seed={session.agentId ?? session.endpointId}
        name={name}
        state={session.state}
        agentId={session.agentId}
      />
      <div className="who-words">
        <strong title={session.agentId ?? undefined}>
          {inertLine(name)}
          <MutedMark part={useMutedPart(session)} />
          {session.sample && <span className="tag">{tags.sample}</span>}
        </strong>
        <small>{inertLine(sessionPlace(session, useVendorTitle()))}</small>
      </div>
      <div className="session-facts">
        <span>
          <span className="state" data-state={session.state}>
            {stateWords[session.state]}
          </span>{' '}
          {session.state === 'ended' ? (
            <DayTime iso={session.endedAt ?? session.lastAt} now={now} />
          ) : (
            <Running since={session.startedAt} />
          )}
        </span>
        <small>
          {session.messages > 0 && transcript.messages(session.messages)} <Unread sessionId={session.id} />
        </small>
      </div>
    </div>
  );
}
