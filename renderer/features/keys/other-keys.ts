import { moveKeys } from '../search/options.ts';

type KeyName =
  | 'ArrowUp'
  | 'ArrowDown'
  | 'PageUp'
  | 'PageDown'
  | 'Home'
  | 'End'
  | 'Enter'
  | 'Escape'
  | 'Tab'
  | 'Shift+F10';

export interface KeyRow {
  does: 'next' | 'close' | 'move' | 'page' | 'ends' | 'open' | 'menu';
  keys: readonly KeyName[];
}

/** Keys of what has the focus; `shortcuts.ts` has those of the whole window. */
export const alwaysKeys: readonly KeyRow[] = [
  { does: 'next', keys: ['Tab'] },
  { does: 'close', keys: ['Escape'] },
];

export const listKeys: readonly KeyRow[] = [
  { does: 'move', keys: ['ArrowUp', 'ArrowDown'] },
  { does: 'page', keys: ['PageUp', 'PageDown'] },
  { does: 'ends', keys: ['Home', 'End'] },
  { does: 'open', keys: ['Enter'] },
  { does: 'menu', keys: ['Shift+F10'] },
];

/** The search takes some of the same keys; the others belong to its words. */
export const searchKeys: readonly KeyRow[] = listKeys.filter(
  ({ does, keys }) => does === 'open' || keys.every((key) => moveKeys.includes(key)),
);

/** With the command key, where the app has a window of its own; elsewhere they are the browser's. */
export const sizeKeys = [
  { does: 'larger', key: '+' },
  { does: 'smaller', key: '−' },
  { does: 'usual', key: '0' },
] as const;
