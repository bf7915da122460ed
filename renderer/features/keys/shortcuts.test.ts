import { expect, test } from 'vitest';
import { places } from '../../stores/route-store.ts';
import { shortcutOf, shortcuts } from './shortcuts.ts';

const press = { key: 'k', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  [{ ctrlKey: true }, false, 'search'],
  [{ metaKey: true }, true, 'search'],
  [{ ctrlKey: true, key: 'K' }, false, 'search'],
  [{ ctrlKey: true, key: '1' }, true, 'go'],
  [{ key: '?', shiftKey: true }, false, 'sheet'],
  [{ key: '?' }, false, 'sheet'],
  [{ key: '?', shiftKey: true }, true, undefined],
  [{ key: '?', ctrlKey: true }, false, undefined],
  [{}, false, undefined],
  [{ ctrlKey: true, altKey: true }, false, undefined],
  [{ ctrlKey: true, shiftKey: true }, false, undefined],
  [{ ctrlKey: true, key: '9' }, false, undefined],
])('%j, in a text: %s, is %s', (more, inText, does) =>
  expect(shortcutOf({ ...press, ...more }, inText)?.does).toBe(does),
);

test('each screen has a key, and no key has two meanings', () => {
  const keys = shortcuts.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(shortcuts.flatMap((one) => (one.does === 'go' ? one.screen : []))).toEqual([...places]);
});
