import fc from 'fast-check';
import { expect, test } from 'vitest';
import { menuStep } from './menu-keys.ts';

const labels = ['Open', 'Copy text', 'Copy link', 'Mute'];

test.each([
  [-1, 'ArrowDown', 0],
  [3, 'ArrowDown', 0],
  [0, 'ArrowUp', 3],
  [-1, 'ArrowUp', 3],
  [2, 'Home', 0],
  [0, 'End', 3],
  [0, 'c', 1],
  [1, 'C', 2],
  [2, 'c', 1],
  [0, 'x', undefined],
  [0, ' ', undefined],
  [0, 'Enter', undefined],
])('from %i, %s leads to %s', (at, key, to) => expect(menuStep(labels, at, key)).toBe(to));

test('no key leads out of the menu', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 8 }), fc.nat(7), fc.string(), (all, at, key) => {
      const to = menuStep(all, Math.min(at, all.length - 1), key);
      expect(to === undefined || (to >= 0 && to < all.length)).toBe(true);
    }),
  );
});
