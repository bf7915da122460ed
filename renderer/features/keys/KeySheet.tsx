import { useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { common, screenNames } from '../../words/common.ts';
import { keySheet as words } from '../../words/keys.ts';
import { commandKey } from './command-key.ts';
import { Keys } from './Keys.tsx';
import { alwaysKeys, type KeyRow, listKeys, searchKeys, sizeKeys } from './other-keys.ts';
import { type Shortcut, shortcuts } from './shortcuts.ts';
import './keys.css';

interface Row {
  does: string;
  keys: readonly string[];
}

/** Every shortcut of the window, in the keys of this system. */
export function KeySheet({ onClose }: { onClose(): void }) {
  const isDesktop = useStore(useStores().status, ({ status }) => status?.desktop !== undefined);
  const command = commandKey();
  const sheet = useRef<HTMLDivElement>(null);
  // Read from its beginning, not from the button below it.
  useEffect(() => sheet.current?.focus(), []);
  const size = sizeKeys.map(({ does, key }) => ({ does: words[does], keys: [command, key] }));
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div ref={sheet} className="keys" tabIndex={-1}>
        <Part
          title={words.groups.anywhere}
          rows={[
            ...shortcuts.map((one) => ({ does: wordsOf(one), keys: keysOf(one, command) })),
            ...alwaysKeys.map(rowOf),
          ]}
        />
        <Part title={words.groups.lists} rows={listKeys.map(rowOf)} />
        <Part title={words.groups.search} rows={searchKeys.map(rowOf)} />
        {isDesktop && <Part title={words.groups.size} rows={size} />}
      </div>
      <form method="dialog" className="dialog-actions">
        <button type="submit" className="button">
          {common.close}
        </button>
      </form>
    </Dialog>
  );
}

function Part({ title, rows }: { title: string; rows: readonly Row[] }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <dl>
        {rows.map(({ does, keys }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function rowOf({ does, keys }: KeyRow): Row {
  return { does: words[does], keys };
}

function wordsOf(shortcut: Shortcut): string {
  return shortcut.does === 'go' ? words.goTo(screenNames[shortcut.screen]) : words[shortcut.does];
}

function keysOf({ does, key }: Shortcut, command: string): string[] {
  return does === 'sheet' ? [key] : [command, key.toUpperCase()];
}
