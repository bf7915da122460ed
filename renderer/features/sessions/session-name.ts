import type { Session } from '../../../shared/events.ts';
import { shortId } from '../../text/short-id.ts';

/** What people call it: the agent's name, else the endpoint's, else the agent's code. */
export function sessionName(
  session: Pick<Session, 'agentId' | 'endpointId' | 'vendor'>,
  nameOf: (endpointId: string) => string | undefined,
  agentName: (agentId: string | null) => string | undefined,
): string {
  return agentName(session.agentId) ?? nameOf(session.endpointId) ?? session.agentId ?? session.vendor;
}

/** Where it takes place: the room, else at which vendor. Ids are for those who look closer. */
export function sessionPlace({ room, vendor }: Session, titleOf: (vendor: string) => string): string {
  return room ? shortId(room) : titleOf(vendor);
}
