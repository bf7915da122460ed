import { places, type Screen } from '../../stores/route-store.ts';
import type { CommandKey } from './command-key.ts';

/** What a key does anywhere in the window. The sheet lists these, so that none is bound that nobody can learn of. */
export type Shortcut =
  | { does: 'go'; screen: Screen; key: string }
  | { does: 'search' | 'sheet'; key: string };

export const shortcuts: readonly Shortcut[] = [
  { does: 'search', key: 'k' },
  ...places.map((screen, index): Shortcut => ({ does: 'go', screen, key: String(index + 1) })),
  { does: 'sheet', key: '?' },
];

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * @param inText whether the key would be written somewhere
 * @param command the key that goes with others on this system: the other one has meanings of its own in texts
 */
export function shortcutOf(press: Press, inText: boolean, command: CommandKey): Shortcut | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if (key === '?') {
    // Some layouts write it with AltGr, which is told as Ctrl and Alt together.
    const isPlain = !metaKey && ctrlKey === altKey;
    return isPlain && !inText ? shortcuts.find(({ does }) => does === 'sheet') : undefined;
  }
  const [wanted, other] = command === '⌘' ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  if (!wanted || other || altKey || shiftKey) return undefined;
  return shortcuts.find((one) => one.does !== 'sheet' && one.key === key.toLowerCase());
}
