import type { Screen } from '../../stores/route-store.ts';
import { screenNames } from '../../words/common.ts';
import { LiveChips } from '../live/LiveChips.tsx';
import { NoticesButton } from '../notices/NoticesButton.tsx';
import { SearchBox } from '../search/SearchBox.tsx';
import { useTitle } from './use-title.ts';

export function Header({ screen }: { screen: Screen }) {
  useTitle(screen);

  return (
    <header className="header">
      <h1>{screenNames[screen]}</h1>
      {screen === 'live' && <LiveChips />}
      <SearchBox />
      <NoticesButton />
    </header>
  );
}
