import type { Session } from '../../../shared/events.ts';
import { shortId } from '../../text/short-id.ts';

/** What people call it: the endpoint's name, else the agent. */
export function sessionName(session: Session, nameOf: (endpointId: string) => string | undefined): string {
  return nameOf(session.endpointId) ?? session.agentId ?? session.vendor;
}

/** Where it takes place: the room and the agent. */
export function sessionPlace({ room, agentId, vendorSessionId }: Session): string {
  const parts = [agentId, room].filter((part) => part != null);
  return (parts.length > 0 ? parts : [vendorSessionId]).map(shortId).join(' · ');
}
