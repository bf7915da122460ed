import { places, type Screen } from '../../stores/route-store.ts';

/** What a key does anywhere in the window. The sheet lists these, so that none is bound that nobody can learn of. */
export type Shortcut =
  | { does: 'go'; screen: Screen; key: string }
  | { does: 'search' | 'sheet'; key: string };

export const shortcuts: readonly Shortcut[] = [
  ...places.map((screen, index): Shortcut => ({ does: 'go', screen, key: String(index + 1) })),
  { does: 'search', key: 'k' },
  { does: 'sheet', key: '?' },
];

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** @param inText whether the key would be written somewhere */
export function shortcutOf(press: Press, inText: boolean): Shortcut | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if (altKey) return undefined;
  const withCommand = ctrlKey || metaKey;
  if (key === '?') return withCommand || inText ? undefined : shortcuts.find(({ does }) => does === 'sheet');
  if (!withCommand || shiftKey) return undefined;
  return shortcuts.find((one) => one.does !== 'sheet' && one.key === key.toLowerCase());
}
