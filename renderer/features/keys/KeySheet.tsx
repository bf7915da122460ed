import { Dialog } from '../../ui/Dialog.tsx';
import { common, screenNames } from '../../words/common.ts';
import { keySheet as words } from '../../words/find.ts';
import { commandKey } from './command-key.ts';
import { type Shortcut, shortcuts } from './shortcuts.ts';
import './keys.css';

/** Every shortcut of the window, in the keys of this system. */
export function KeySheet({ onClose }: { onClose(): void }) {
  const command = commandKey();
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className="keys">
        <section aria-labelledby="keys-anywhere">
          <h3 id="keys-anywhere">{words.groups.anywhere}</h3>
          <dl>
            {shortcuts.map((one) => (
              <Row
                key={one.key}
                words={wordsOf(one)}
                keys={one.does === 'sheet' ? ['?'] : [command, one.key.toUpperCase()]}
              />
            ))}
            <Row words={words.close} keys={['Esc']} />
            <Row words={words.next} keys={['Tab']} />
          </dl>
        </section>
        <section aria-labelledby="keys-lists">
          <h3 id="keys-lists">{words.groups.lists}</h3>
          <dl>
            <Row words={words.move} keys={['↑', '↓']} />
            <Row words={words.page} keys={['Page ↑', 'Page ↓']} />
            <Row words={words.ends} keys={['Home', 'End']} />
            <Row words={words.open} keys={['Enter']} />
          </dl>
        </section>
      </div>
      <form method="dialog" className="dialog-actions">
        <button type="submit" className="button">
          {common.close}
        </button>
      </form>
    </Dialog>
  );
}

function Row({ words: text, keys }: { words: string; keys: string[] }) {
  return (
    <div>
      <dt>{text}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  );
}

function wordsOf(shortcut: Shortcut): string {
  if (shortcut.does === 'go') return words.goTo(screenNames[shortcut.screen]);
  return words[shortcut.does];
}
