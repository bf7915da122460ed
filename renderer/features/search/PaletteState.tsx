import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import type { FindState } from '../../stores/find-store.ts';
import { Failure } from '../../ui/Failure.tsx';
import { useLasting } from '../../ui/use-lasting.ts';
import { search } from '../../words/search.ts';
import type { Trouble } from './use-open-option.ts';
import { useSettled } from './use-settled.ts';

/** What passes in less is not spoken of, in milliseconds. */
const slow = 250;
const untilSpoken = 800;

interface Props {
  words: string;
  /** Of all options that are shown. */
  count: number;
  trouble: Trouble | null;
}

/** How the search stands, in a sentence, and what to do; read out only once the typing has stopped. */
export function PaletteState({ words, count, trouble }: Props) {
  const { phase, error, answer, again } = useStore(useStores().find);
  const isSlow = useLasting(phase === 'searching', slow);
  const said = sentence(phase, words, count, answer?.more ?? false, isSlow);
  const spoken = useSettled(said, untilSpoken);
  return (
    <>
      {trouble && 'error' in trouble && <Failure error={trouble.error} />}
      {trouble && 'missing' in trouble && (
        <p className="palette-state" role="status">
          {trouble.missing}
        </p>
      )}
      {phase === 'failed' && error && <Failure error={error} onRetry={again} />}
      {said !== '' && <p className="palette-state">{said}</p>}
      <p className="unseen" role="status">
        {spoken}
      </p>
    </>
  );
}

function sentence(
  phase: FindState['phase'],
  words: string,
  count: number,
  more: boolean,
  isSlow: boolean,
): string {
  switch (phase) {
    case 'short':
      return search.tooShort;
    case 'searching':
      return isSlow ? search.searching : '';
    case 'ready':
      if (count === 0) return `${search.nothing(words.trim().slice(0, 60))} ${search.nothingNext}`;
      return more ? `${search.count(count, more)}. ${search.more}` : search.count(count, more);
    case 'idle':
    case 'failed':
      return '';
  }
}
