import { useStore } from 'zustand';
import type { Mute, MuteKind } from '../../../shared/alerts.ts';
import type { Session } from '../../../shared/events.ts';
import { useCall, useStores } from '../../stores/context.ts';
import { useAction } from '../../ui/use-action.ts';

const none: readonly Mute[] = [];

function useMuted(): readonly Mute[] {
  return useStore(useStores().settings, (state) => state.settings?.muted ?? none);
}

export function isMuted(muted: readonly Mute[], kind: MuteKind, id: string | null | undefined): boolean {
  return muted.some((one) => one.kind === kind && one.id === id);
}

/** What of a session's is muted, the narrowest first; undefined where nothing is. */
export function useMutedPart(session: Session): MuteKind | undefined {
  const muted = useMuted();
  if (isMuted(muted, 'session', session.id)) return 'session';
  if (isMuted(muted, 'agent', session.agentId)) return 'agent';
  return isMuted(muted, 'endpoint', session.endpointId) ? 'endpoint' : undefined;
}

export function useEndpointMuted(endpointId: string): MuteKind | undefined {
  return isMuted(useMuted(), 'endpoint', endpointId) ? 'endpoint' : undefined;
}

/** Mutes and unmutes. */
export function useMutes() {
  const muted = useMuted();
  const call = useCall();
  const { settings } = useStores();
  const { busy, error, run } = useAction();
  const set = async (one: Mute, on: boolean) => {
    const next = await run(() => call('alert.mute', { ...one, muted: on }));
    if (next) settings.getState().apply(next);
  };
  return { muted, busy, error, set };
}
