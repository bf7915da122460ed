import { SearchIcon } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { common } from '../../words/common.ts';
import { search } from '../../words/search.ts';
import { Found } from './Found.tsx';
import { queryWords } from './mark-words.ts';
import { groupsOf, moveTo } from './options.ts';
import { PaletteFoot } from './PaletteFoot.tsx';
import { PaletteState } from './PaletteState.tsx';
import { useOpenOption } from './use-open-option.ts';
import { useThings } from './use-things.ts';
import './palette.css';

/**
 * One search for everything: what can be gone to or done, sessions, deliveries, and what was said. A combobox: the
 * focus stays in the box while the arrows go through all as one list.
 * @param onDone something was done that shows nowhere else
 */
export function Palette({ onDone }: { onDone(said: string): void }) {
  const { find, overlay } = useStores();
  const { answer, recent, ask, phase } = useStore(find);
  const close = useStore(overlay, (state) => state.close);
  const [words, setWords] = useState('');
  const [activeKey, setActiveKey] = useState<string>();
  const [isWaiting, setWaiting] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const things = useThings();

  const look = (next: string) => {
    setWords(next);
    setActiveKey(undefined);
    setWaiting(false);
    clearTrouble();
    ask(next);
  };
  const { open, trouble, clearTrouble } = useOpenOption(words, look, onDone);
  const groups = useMemo(() => groupsOf(words, things, answer, recent), [words, things, answer, recent]);
  const options = groups.flatMap((group) => group.options);
  const active = options.find(({ key }) => key === activeKey) ?? options[0];
  const marked = useMemo(() => queryWords(answer?.query ?? words), [answer, words]);

  useEffect(() => ask(''), [ask]);

  // Closed while it is still there: only then the focus goes back to where it was.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  // Chosen before the answer to these words was there.
  useEffect(() => {
    if (!isWaiting || phase === 'searching') return;
    setWaiting(false);
    const wanted = activeKey === undefined ? active : options.find(({ key }) => key === activeKey);
    if (phase === 'ready' && wanted) open(wanted);
  });

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'Enter') {
      const isOld = phase === 'searching' && active?.kind !== 'thing';
      if (isOld) setWaiting(true);
      else if (active) open(active);
    } else {
      const next = event.shiftKey || event.altKey ? undefined : moveTo(options, active?.key, key);
      if (next === undefined) return;
      setActiveKey(next);
    }
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself
    <dialog
      ref={dialog}
      className="palette"
      aria-label={search.label}
      onClose={() => !dialog.current?.open && close('search')}
      onClick={(press) => press.target === dialog.current && dialog.current?.close()}
    >
      <div className="palette-box">
        <SearchIcon aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label={search.label}
          aria-busy={phase === 'searching'}
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={active && `${listId}-${options.indexOf(active)}`}
          placeholder={search.longHint}
          autoComplete="off"
          autoCapitalize="off"
          enterKeyHint="go"
          spellCheck={false}
          maxLength={500}
          value={words}
          onChange={(event) => look(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="link" onClick={() => dialog.current?.close()}>
          {common.close}
        </button>
      </div>
      <PaletteState words={words} count={options.length} trouble={trouble} />
      <Found id={listId} groups={groups} active={active} words={marked} onOpen={open} />
      <PaletteFoot />
    </dialog>
  );
}
