import { expect, test } from 'vitest';
import { moveInList } from './move-in-list.ts';

const items = [
  { key: 'day' },
  { key: 'a', opens: 'a' },
  { key: 'b', opens: 'b' },
  { key: 'day2' },
  { key: 'c', opens: 'c' },
];

test.each([
  [null, 'ArrowDown', 1],
  [null, 'ArrowUp', 4],
  [null, 'End', 4],
  ['a', 'ArrowDown', 2],
  ['b', 'ArrowDown', 4],
  ['c', 'ArrowDown', 4],
  ['a', 'ArrowUp', 1],
  ['c', 'Home', 1],
  ['a', 'End', 4],
  ['a', 'PageDown', 4],
  ['gone', 'ArrowDown', 1],
  ['a', 'x', undefined],
])('from %s, %s leads to %s', (current, key, index) => {
  expect(moveInList(items, current, key)).toBe(index);
});

test('an empty list leads nowhere', () => {
  expect(moveInList([], null, 'ArrowDown')).toBeUndefined();
});
