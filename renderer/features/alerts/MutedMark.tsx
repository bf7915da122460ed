import { BellOff } from 'lucide-react';
import type { MuteKind } from '../../../shared/alerts.ts';
import { alerts as words } from '../../words/alerts.ts';

/** Beside the name of what rings no more. */
export function MutedMark({ part }: { part: MuteKind | undefined }) {
  if (!part) return null;
  return (
    <span className="muted-mark" role="img" aria-label={words.isMuted[part]} title={words.isMuted[part]}>
      <BellOff aria-hidden />
    </span>
  );
}
