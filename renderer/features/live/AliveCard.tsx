import type { Session } from '../../../shared/events.ts';
import { useAgentName, useEndpointName, useVendorTitle } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { inertLine } from '../../text/inert.ts';
import { Portrait } from '../../ui/Portrait.tsx';
import { Running } from '../../ui/Running.tsx';
import { Unread } from '../../ui/Unread.tsx';
import { useMenu } from '../../ui/use-menu.ts';
import { stateWords } from '../../words/common.ts';
import { live } from '../../words/live.ts';
import { MutedMark } from '../alerts/MutedMark.tsx';
import { useMutedPart } from '../alerts/use-mutes.ts';
import { sessionName, sessionPlace } from '../sessions/session-name.ts';
import { useSessionMenu } from '../sessions/use-session-menu.ts';

interface Props {
  /** It came while the user was looking. */
  isNew: boolean;
  session: Session;
  isSelected: boolean;
  /** By Tab; from there the arrows lead to the others. */
  isReachable: boolean;
}

export function AliveCard({ session, isSelected, isReachable, isNew }: Props) {
  const openMenu = useMenu();
  const menuOf = useSessionMenu();
  const name = sessionName(session, useEndpointName(), useAgentName());
  return (
    <a
      className="card"
      href={routeHash('live', session.id)}
      aria-current={isSelected ? 'true' : undefined}
      data-new={isNew || undefined}
      tabIndex={isReachable ? 0 : -1}
      onContextMenu={(event) => openMenu(event, () => menuOf(session))}
    >
      <div className="who">
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
          </strong>
          <small>{inertLine(sessionPlace(session, useVendorTitle()))}</small>
        </div>
        <Running since={session.startedAt} />
        <span className="unseen">{stateWords[session.state]}</span>
      </div>
      <div className="card-words">
        <p dir="auto">{session.lastText ? `“${inertLine(session.lastText.text)}”` : live.started}</p>
        <Unread sessionId={session.id} />
      </div>
    </a>
  );
}
