import type { AlertDecision, Mute } from '../../../shared/alerts.ts';
import { routeHash } from '../../stores/route-store.ts';
import type { WhyFix } from '../../words/decisions.ts';
import { isMuted, useMutes } from './use-mutes.ts';

interface Props {
  to: WhyFix;
  label: string;
  decision: Pick<AlertDecision, 'sessionId' | 'agentId' | 'endpointId'>;
}

/** Leads to the setting that decided, or takes back the mute at once. What is muted no longer needs nothing. */
export function WhyFixLink({ to, label, decision }: Props) {
  const { muted, busy, set } = useMutes();
  const mute = muteOf(to, decision);
  if (!mute) return <a href={routeHash('settings', `alerts.${to}`)}>{label}</a>;
  if (!isMuted(muted, mute.kind, mute.id)) return null;
  return (
    <button type="button" className="link" disabled={busy} onClick={() => set(mute, false)}>
      {label}
    </button>
  );
}

function muteOf(to: WhyFix, { sessionId, agentId, endpointId }: Props['decision']): Mute | undefined {
  if (to === 'unmute-session' && sessionId) return { kind: 'session', id: sessionId };
  if (to === 'unmute-agent' && agentId) return { kind: 'agent', id: agentId };
  return to === 'unmute-endpoint' && endpointId ? { kind: 'endpoint', id: endpointId } : undefined;
}
