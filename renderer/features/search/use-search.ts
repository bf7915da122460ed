import { useEffect, useState } from 'react';
import type { WireError } from '../../../shared/errors.ts';
import type { FeedEvent } from '../../../shared/events.ts';
import { useCall } from '../../stores/context.ts';

/** A few frames: whoever types on is not answered in between. */
const pause = 50;
const mostShown = 30;

export type Found =
  | { state: 'idle' }
  | { state: 'searching' }
  | { state: 'failed'; error: WireError }
  | { state: 'found'; events: FeedEvent[]; more: boolean };

/** What fits the words, asked for when the typing pauses. */
export function useSearch(words: string): Found {
  const call = useCall();
  const [found, setFound] = useState<Found>({ state: 'idle' });
  const query = words.trim().slice(0, 500);

  useEffect(() => {
    if (!query) return setFound({ state: 'idle' });
    let isCurrent = true;
    setFound((before) => (before.state === 'found' ? before : { state: 'searching' }));
    const timer = setTimeout(async () => {
      const reply = await call('search', { query, limit: mostShown });
      if (!isCurrent) return;
      setFound(reply.ok ? { state: 'found', ...reply.value } : { state: 'failed', error: reply.error });
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [call, query]);

  return found;
}
