import { useEffect } from 'react';
import type { Screen } from '../../stores/route-store.ts';
import { common, screenNames } from '../../words/common.ts';
import { LiveChips } from '../live/LiveChips.tsx';
import { NoticesButton } from '../notices/NoticesButton.tsx';
import { SearchBox } from '../search/SearchBox.tsx';

export function Header({ screen }: { screen: Screen }) {
  useEffect(() => {
    document.title = `${screenNames[screen]} · ${common.product}`;
  }, [screen]);

  return (
    <header className="header">
      <h1>{screenNames[screen]}</h1>
      {screen === 'live' && <LiveChips />}
      <SearchBox />
      <NoticesButton />
    </header>
  );
}
