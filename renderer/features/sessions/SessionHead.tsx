import type { Session } from '../../../shared/events.ts';
import { useAgentName, useEndpointName, useVendorTitle } from '../../stores/context.ts';
import { inertLine } from '../../text/inert.ts';
import { Portrait } from '../../ui/Portrait.tsx';
import { Running } from '../../ui/Running.tsx';
import { DayTime } from '../../ui/Time.tsx';
import { useNow } from '../../ui/use-now.ts';
import { stateWords } from '../../words/common.ts';
import { tags } from '../../words/events.ts';
import { transcript } from '../../words/sessions.ts';
import { MuteMenu } from '../alerts/MuteMenu.tsx';
import { sessionName, sessionPlace } from './session-name.ts';

export function SessionHead({ session }: { session: Session }) {
  const name = sessionName(session, useEndpointName(), useAgentName());
  const now = useNow();
  const about = transcript.about(sessionPlace(session, useVendorTitle()), session.participants);
  return (
    <header className="session-head">
      <Portrait
        seed={session.agentId ?? session.endpointId}
        name={name}
        state={session.state}
        agentId={session.agentId}
      />
      <div className="who-words">
        <h2 title={session.agentId ?? undefined}>
          {inertLine(name)}
          {session.agentId && session.agentId !== name && <code>{inertLine(session.agentId)}</code>}
          {session.sample && <span className="tag">{tags.sample}</span>}
        </h2>
        <small>
          {about.map((part) => `${inertLine(part)} · `)}
          {transcript.since} <DayTime iso={session.startedAt} now={now} />
          {session.messages > 0 && ` · ${transcript.messages(session.messages)}`}
        </small>
      </div>
      <span className="session-state">
        <span className="state" data-state={session.state}>
          {stateWords[session.state]}
        </span>
        {session.state === 'ended' ? (
          <DayTime iso={session.endedAt ?? session.lastAt} now={now} />
        ) : (
          <Running since={session.startedAt} />
        )}
      </span>
      <MuteMenu session={session} />
    </header>
  );
}
