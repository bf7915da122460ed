import { useCallback, useState } from 'react';
import type { Reply, WireError } from '../../shared/errors.ts';

/** A command that a person starts: busy while it runs, and its error kept until the next try. */
export function useAction() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<WireError | null>(null);

  const run = useCallback(async <T>(action: () => Promise<Reply<T>>): Promise<T | undefined> => {
    setBusy(true);
    setError(null);
    const reply = await action();
    setBusy(false);
    if (reply.ok) return reply.value;
    setError(reply.error);
    return undefined;
  }, []);

  return { busy, error, run };
}
