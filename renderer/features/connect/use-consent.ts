import { useState } from 'react';
import { useStore } from 'zustand';
import type { WireError } from '../../../shared/errors.ts';
import { useStores } from '../../stores/context.ts';
import { useSaveWayIn } from '../connection/use-save-way-in.ts';
import { checkWayIn, startWayIn, type WayInDraft } from '../connection/way-in-draft.ts';

/**
 * The choice of a way in, where one has to be made before a vendor can be told.
 * @param asked it has to be made anew, though one is open
 */
export function useConsent(asked: boolean) {
  const stores = useStores();
  const all = useStore(stores.tunnels, (state) => state.providers);
  const settings = useStore(stores.settings, (state) => state.settings);
  const tunnel = useStore(stores.status, (state) => state.status?.tunnel);
  const save = useSaveWayIn();
  const [typed, setTyped] = useState<WayInDraft | null>(null);

  const providers = all.filter(({ id }) => id !== 'off');
  const saved = settings?.tunnel === 'off' ? undefined : settings?.tunnel;
  const provider = saved ?? providers[0]?.id;
  const draft = typed ?? (settings && provider ? startWayIn(settings, provider) : null);
  const info = providers.find(({ id }) => id === draft?.provider);
  /** Nothing is open, and nothing is chosen that would be opened. */
  const isNeeded = (tunnel?.state === 'off' && saved === undefined) || asked;
  const problems = isNeeded && draft && info ? checkWayIn(draft, info) : {};

  return {
    isNeeded,
    providers,
    draft,
    problems,
    change: setTyped,
    /** Keeps the choice; nothing where none has to be made. */
    async keep(): Promise<WireError | null> {
      return isNeeded && draft && info ? save(draft, info) : null;
    },
  };
}
