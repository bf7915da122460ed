import { useCallback, useState } from 'react';
import type { WireError } from '../../../shared/errors.ts';
import type { Settings } from '../../../shared/settings.ts';
import { useStores } from '../../stores/context.ts';

/** Saves a part of the settings at once; what the core refuses is kept to be shown. */
export function useSave() {
  const { settings } = useStores();
  const [error, setError] = useState<WireError | null>(null);
  const save = useCallback(
    async (patch: Partial<Settings>) => setError(await settings.getState().save(patch)),
    [settings],
  );
  return { error, save };
}
