import { SearchIcon } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { FeedEvent } from '../../../shared/events.ts';
import { routeHash } from '../../stores/route-store.ts';
import { search } from '../../words/common.ts';
import { searchBoxId } from '../shell/use-shortcuts.ts';
import { SearchResults } from './SearchResults.tsx';
import { useSearch } from './use-search.ts';
import './search.css';

/** A combobox: the focus stays in the box while the arrows go through the results. */
export function SearchBox() {
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  const listId = useId();
  const found = useSearch(open ? words : '');
  const events = found.state === 'found' ? found.events : [];

  const close = () => setOpen(false);
  const openResult = (event: FeedEvent | undefined) => {
    const hash = event && resultHash(event);
    if (!hash) return;
    window.location.hash = hash;
    close();
    box.current?.blur();
  };
  const onKeyDown = (key: React.KeyboardEvent) => {
    if (key.key === 'Escape') {
      if (words === '' || !open) box.current?.blur();
      setWords('');
      close();
    } else if (key.key === 'Enter') openResult(events[active]);
    else if (key.key === 'ArrowDown') setActive(Math.min(active + 1, events.length - 1));
    else if (key.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else return;
    key.preventDefault();
  };
  const shown = open && words.trim() !== '';

  return (
    <search className="search">
      <SearchIcon aria-hidden />
      <input
        ref={box}
        id={searchBoxId}
        type="text"
        role="combobox"
        aria-label={search.label}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && events[active] ? `${listId}-${active}` : undefined}
        placeholder={search.hint}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <kbd>{isMac() ? '⌘ K' : 'Ctrl K'}</kbd>
      {shown && <SearchResults id={listId} found={found} active={active} onOpen={openResult} />}
    </search>
  );
}

/** The conversation that it was said in, else the delivery that it came with. */
function resultHash({ sessionId, deliveryId }: FeedEvent): string | undefined {
  if (sessionId) return routeHash('sessions', sessionId);
  return deliveryId ? routeHash('deliveries', deliveryId) : undefined;
}

function isMac(): boolean {
  return navigator.userAgent.includes('Mac');
}
