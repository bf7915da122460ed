import { Bell, BellOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Mute } from '../../../shared/alerts.ts';
import type { Session } from '../../../shared/events.ts';
import { useAgentName, useEndpointName } from '../../stores/context.ts';
import { inertLine } from '../../text/inert.ts';
import { shortId } from '../../text/short-id.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { alerts as words } from '../../words/alerts.ts';
import { isMuted, useMutedPart, useMutes } from './use-mutes.ts';
import './mute.css';

/** Mutes a session, its agent or its endpoint, from where the session is read. */
export function MuteMenu({ session }: { session: Session }) {
  const part = useMutedPart(session);
  const { agentId, endpointId } = session;
  const endpoint = useEndpointName()(endpointId);
  const agent = useAgentName()(agentId) ?? (agentId && shortId(agentId));
  const label = part ? words.isMuted[part] : words.mute;
  return (
    <Panel
      label={label}
      icon={part ? <BellOff aria-hidden /> : <Bell aria-hidden />}
      isOn={part !== undefined}
      title={words.muteTitle}
    >
      <MuteChoice mute={{ kind: 'session', id: session.id }}>{words.muteOf.session}</MuteChoice>
      {agentId && agent && (
        <MuteChoice mute={{ kind: 'agent', id: agentId }} hint={words.muteOf.agentHint}>
          {words.muteOf.agent(inertLine(agent, 60))}
        </MuteChoice>
      )}
      {endpoint && (
        <MuteChoice mute={{ kind: 'endpoint', id: endpointId }} hint={words.muteOf.endpointHint}>
          {words.muteOf.endpoint(inertLine(endpoint, 60))}
        </MuteChoice>
      )}
    </Panel>
  );
}

interface ChoiceProps {
  mute: Mute;
  hint?: string;
  children: ReactNode;
}

function MuteChoice({ mute, hint, children }: ChoiceProps) {
  const { muted, error, set } = useMutes();
  return (
    <label className="check mute-choice">
      <input
        type="checkbox"
        checked={isMuted(muted, mute.kind, mute.id)}
        onChange={({ target }) => set(mute, target.checked)}
      />
      <span>
        {children}
        {hint && <small className="quiet">{hint}</small>}
        {error && <Failure error={error} />}
      </span>
    </label>
  );
}
