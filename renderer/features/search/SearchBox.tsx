import { SearchIcon } from 'lucide-react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { search } from '../../words/search.ts';
import { commandKey } from '../keys/command-key.ts';
import { Palette } from './Palette.tsx';
import './search.css';

/** Opens the search. */
export function SearchBox() {
  const { overlay, said } = useStores();
  const { open, show } = useStore(overlay);
  const { say } = useStore(said);
  const command = commandKey();
  return (
    <search className="search">
      <button
        type="button"
        className="search-open"
        aria-haspopup="dialog"
        aria-keyshortcuts={command === '⌘' ? 'Meta+K' : 'Control+K'}
        onClick={() => show('search')}
      >
        <SearchIcon aria-hidden />
        <span>{search.hint}</span>
        <kbd>{`${command} K`}</kbd>
      </button>
      {open === 'search' && <Palette onDone={say} />}
    </search>
  );
}
