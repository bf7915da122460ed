import type { Session } from '../../../shared/events.ts';
import { useAgentName, useEndpointName, useVendorTitle } from '../../stores/context.ts';
import { inertLine } from '../../text/inert.ts';
import { Portrait } from '../../ui/Portrait.tsx';
import { Running } from '../../ui/Running.tsx';
import { DayTime } from '../../ui/Time.tsx';
import { useMenu } from '../../ui/use-menu.ts';
import { useNow } from '../../ui/use-now.ts';
import { stateWords } from '../../words/common.ts';
import { tags } from '../../words/events.ts';
import { transcript } from '../../words/sessions.ts';
import { MuteMenu } from '../alerts/MuteMenu.tsx';
import { sessionName, sessionPlace } from './session-name.ts';
import { useSessionMenu } from './use-session-menu.ts';

export function SessionHead({ session }: { session: Session }) {
  const name = sessionName(session, useEndpointName(), useAgentName());
  const now = useNow();
  const openMenu = useMenu();
  const menuOf = useSessionMenu();
  const about = transcript.about(sessionPlace(session, useVendorTitle()), session.participants);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is on its row in the list, by keyboard
    <header className="session-head" onContextMenu={(event) => openMenu(event, () => menuOf(session))}>
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
