import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { useNow } from '../../ui/use-now.ts';
import { notices } from '../../words/common.ts';
import { connect as words } from '../../words/connect.ts';
import { tunnelState } from '../../words/path.ts';

/** What is registered delivers nothing while the way in is away; nothing is said while all is well. */
export function WayInNow() {
  const tunnel = useStore(useStores().status, (state) => state.status?.tunnel);
  const now = useNow();
  if (!tunnel || tunnelState(tunnel, now) === 'connected') return null;
  return (
    <div className="hint-line">
      <span className="mark" data-mark="gap" aria-hidden="true" />
      <p>
        {words.wayDown} <a href={routeHash('connection')}>{notices.connection}</a>
      </p>
    </div>
  );
}
