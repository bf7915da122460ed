import { useCallback } from 'react';
import type { WireError } from '../../../shared/errors.ts';
import type { TunnelInfo } from '../../../shared/tunnels.ts';
import { useStores } from '../../stores/context.ts';
import { type WayInDraft, wayInPatch } from './way-in-draft.ts';

/** Keeps the token, then the choice, so that what opens has what it needs. */
export function useSaveWayIn(): (draft: WayInDraft, info: TunnelInfo) => Promise<WireError | null> {
  const { settings, tunnels } = useStores();
  return useCallback(
    async (draft, info) => {
      const token = draft.token.trim();
      const error = token === '' ? null : await tunnels.getState().saveToken(info.id, token);
      return error ?? settings.getState().save(wayInPatch(draft, info));
    },
    [settings, tunnels],
  );
}
