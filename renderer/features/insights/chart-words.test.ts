import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf, levelOf } from './chart-words.ts';

test.each([
  [12, 10, 20],
  [5, 10, -50],
  [10, 10, 0],
  [1, 0, undefined],
  [1, undefined, undefined],
])('%s after %s is a change of %s', (now, before, change) => expect(changeOf(now, before)).toBe(change));

test('the busiest is the strongest, none is none, and more is never weaker', () => {
  const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 });
  fc.assert(
    fc.property(values, (all) => {
      const most = Math.max(...all);
      const levels = all.toSorted((a, b) => a - b).map((value) => levelOf(value, most));
      expect(levels).toEqual(levels.toSorted((a, b) => a - b));
      expect(levelOf(0, most)).toBe(0);
      if (most > 0) expect(levels.at(-1)).toBe(4);
    }),
  );
});
