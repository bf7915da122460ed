import type { Session } from '../../../shared/events.ts';
import { shortId } from '../../text/short-id.ts';

/** What people call it: the endpoint's name, else the agent. */
export function sessionName(session: Session, nameOf: (endpointId: string) => string | undefined): string {
  return nameOf(session.endpointId) ?? session.agentId ?? session.vendor;
}

/** Where it takes place: the room, else at which vendor. Ids are for those who look closer. */
export function sessionPlace({ room, vendor }: Session, titleOf: (vendor: string) => string): string {
  return room ? shortId(room) : titleOf(vendor);
}
