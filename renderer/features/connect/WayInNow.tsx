import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { useNow } from '../../ui/use-now.ts';
import { notices } from '../../words/common.ts';
import { connect as words } from '../../words/connect.ts';
import { breaks } from '../../words/connection.ts';
import { tunnelState } from '../../words/path.ts';
import { StepMark } from './LiveSteps.tsx';

/** What is registered delivers nothing while the way in is away; nothing is said while all is well. */
export function WayInNow() {
  const tunnel = useStore(useStores().status, (state) => state.status?.tunnel);
  const now = useNow();
  const state = tunnel && tunnelState(tunnel, now);
  if (!state || state === 'connected') return null;
  if (state === 'opening') {
    return (
      <p className="said">
        <StepMark state="doing" />
        {breaks.opening.title}
      </p>
    );
  }
  return (
    <div className="hint-line">
      <span className="mark" data-mark="gap" aria-hidden="true" />
      <p>
        {words.wayDown} <a href={routeHash('connection')}>{notices.connection}</a>
      </p>
    </div>
  );
}
