import { expect, test } from 'vitest';
import { places } from '../../stores/route-store.ts';
import { moveInList } from '../../ui/move-in-list.ts';
import { moveKeys } from '../search/options.ts';
import { commandKey } from './command-key.ts';
import { listKeys, searchKeys } from './other-keys.ts';
import { shortcutOf, shortcuts } from './shortcuts.ts';

const press = { key: 'k', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  [{ ctrlKey: true }, false, 'search'],
  [{ ctrlKey: true, key: 'K' }, true, 'search'],
  [{ ctrlKey: true, key: '1' }, true, 'go'],
  [{ metaKey: true }, false, undefined],
  [{ key: '?', shiftKey: true }, false, 'sheet'],
  [{ key: '?' }, false, 'sheet'],
  [{ key: '?', ctrlKey: true, altKey: true }, false, 'sheet'],
  [{ key: '?', shiftKey: true }, true, undefined],
  [{ key: '?', ctrlKey: true }, false, undefined],
  [{ key: '?', altKey: true }, false, undefined],
  [{}, false, undefined],
  [{ ctrlKey: true, altKey: true }, false, undefined],
  [{ ctrlKey: true, shiftKey: true }, false, undefined],
  [{ ctrlKey: true, metaKey: true }, false, undefined],
  [{ ctrlKey: true, key: '0' }, false, undefined],
])('%j, in a text: %s, is %s', (more, inText, does) =>
  expect(shortcutOf({ ...press, ...more }, inText, 'Ctrl')?.does).toBe(does),
);

test('on a Mac it is the other key; Ctrl keeps what it means in texts there', () => {
  expect(shortcutOf({ ...press, metaKey: true }, true, '⌘')?.does).toBe('search');
  expect(shortcutOf({ ...press, ctrlKey: true }, true, '⌘')).toBeUndefined();
  expect(commandKey('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('⌘');
  expect(commandKey('Mozilla/5.0 (X11; Linux x86_64)')).toBe('Ctrl');
});

test('each screen has a key, and no key has two meanings', () => {
  const keys = shortcuts.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(shortcuts.flatMap((one) => (one.does === 'go' ? one.screen : []))).toEqual([...places]);
});

test('the keys of the sheet are those that lists and the search take', () => {
  const items = ['a', 'b', 'c'].map((key) => ({ key, opens: key }));
  for (const { does, keys } of listKeys) {
    const moves = does !== 'open' && does !== 'menu';
    for (const key of keys) expect(moveInList(items, 'b', key) !== undefined, key).toBe(moves);
  }
  const listed = searchKeys.flatMap(({ keys }) => keys);
  expect(listed).toEqual(expect.arrayContaining([...moveKeys, 'Enter']));
  expect(listed).toHaveLength(moveKeys.length + 1);
});
