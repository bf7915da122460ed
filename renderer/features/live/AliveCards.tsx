import { useRef } from 'react';
import { useStore } from 'zustand';
import type { Session } from '../../../shared/events.ts';
import { useStores } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { moveAmongLinks } from '../../ui/move-among-links.ts';
import { live } from '../../words/live.ts';
import { AliveCard } from './AliveCard.tsx';

/** More would not be looked at one by one; the list of sessions has them all. */
const mostCards = 12;

export function AliveCards({ sessions, selected }: { sessions: Session[]; selected: string | null }) {
  const isNew = useNewcomers(sessions);
  if (sessions.length === 0) return null;
  const shown = sessions.slice(0, mostCards);
  const reachable = shown.find(({ id }) => id === selected) ?? shown[0];
  return (
    <ul className="cards" aria-label={live.alive} onKeyDown={moveAmongLinks('ArrowLeft', 'ArrowRight')}>
      {shown.map((session) => (
        <li key={session.id}>
          <AliveCard
            session={session}
            isSelected={session.id === selected}
            isReachable={session === reachable}
            isNew={isNew(session.id)}
          />
        </li>
      ))}
      {sessions.length > mostCards && (
        <li>
          <a className="card more" href={routeHash('sessions')}>
            {live.all} ›
          </a>
        </li>
      )}
    </ul>
  );
}

/** Those that were there when the screen was opened came before; all others are felt as they come. */
function useNewcomers(sessions: Session[]): (id: string) => boolean {
  const isReady = useStore(useStores().alive, (state) => state.phase === 'ready');
  const before = useRef<Set<string> | null>(null);
  if (isReady && before.current === null) before.current = new Set(sessions.map(({ id }) => id));
  return (id) => before.current !== null && !before.current.has(id);
}
