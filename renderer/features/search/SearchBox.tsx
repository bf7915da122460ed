import { SearchIcon } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { FeedEvent } from '../../../shared/events.ts';
import { useCall } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { search } from '../../words/common.ts';
import type { CommandName } from '../../words/find.ts';
import { commandKey } from '../keys/command-key.ts';
import { searchBoxId, showKeysEvent } from '../keys/use-shortcuts.ts';
import { runCommand } from './run-command.ts';
import { SearchResults } from './SearchResults.tsx';
import { findThings, type Thing } from './things.ts';
import { useSearch } from './use-search.ts';
import { useThings } from './use-things.ts';
import './search.css';

/**
 * One search for everything: what can be gone to or done, and what was said. A combobox: the focus stays in the box
 * while the arrows go through both lists as one.
 */
export function SearchBox() {
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [failed, setFailed] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const listId = useId();
  const call = useCall();
  const all = useThings();
  const found = useSearch(open ? words : '');
  const things = open ? findThings(words, all) : [];
  const events = found.state === 'found' ? found.events : [];
  const count = things.length + events.length;

  const close = () => setOpen(false);
  const leave = () => {
    setWords('');
    close();
    box.current?.blur();
  };
  const openThing = async ({ leads }: Thing) => {
    if ('to' in leads) {
      leave();
      window.location.hash = leads.to;
      return;
    }
    const showKeys = () => void window.dispatchEvent(new Event(showKeysEvent));
    const done = await runCommand(leads.does as CommandName, call, showKeys);
    setFailed(!done);
    if (done) leave();
  };
  const openEvent = (event: FeedEvent) => {
    const hash = resultHash(event);
    if (!hash) return;
    leave();
    window.location.hash = hash;
  };
  const openActive = () => {
    const thing = things[active];
    if (thing) return void openThing(thing);
    const event = events[active - things.length];
    if (event) openEvent(event);
  };
  const onKeyDown = (key: React.KeyboardEvent) => {
    if (key.key === 'Escape') {
      if (words === '' || !open) box.current?.blur();
      setWords('');
      close();
    } else if (key.key === 'Enter') openActive();
    else if (key.key === 'ArrowDown') setActive(Math.min(active + 1, count - 1));
    else if (key.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else return;
    key.preventDefault();
  };

  return (
    <search className="search">
      <SearchIcon aria-hidden />
      <input
        ref={box}
        id={searchBoxId}
        type="text"
        role="combobox"
        aria-label={search.label}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && active < count ? `${listId}-${active}` : undefined}
        placeholder={search.hint}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setActive(0);
          setFailed(false);
          setOpen(true);
        }}
        onFocus={() => {
          setActive(0);
          setFailed(false);
          setOpen(true);
        }}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <kbd>{`${commandKey()} K`}</kbd>
      {open && (
        <SearchResults
          id={listId}
          query={words}
          things={things}
          found={found}
          failed={failed}
          active={active}
          onThing={openThing}
          onEvent={openEvent}
        />
      )}
    </search>
  );
}

/** The conversation that it was said in, else the delivery that it came with. */
function resultHash({ sessionId, deliveryId }: FeedEvent): string | undefined {
  if (sessionId) return routeHash('sessions', sessionId);
  return deliveryId ? routeHash('deliveries', deliveryId) : undefined;
}
