import { live } from '../../words/live.ts';
import { useLiveCount } from './use-live-count.ts';

export function LiveChips() {
  const count = useLiveCount();
  if (!count) return null;
  return (
    <span className="chip">
      <span className="mark" data-mark="good" aria-hidden="true" />
      {live.countNow(count)}
    </span>
  );
}
