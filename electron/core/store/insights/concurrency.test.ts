import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostAtOnce, type Span } from './concurrency.ts';

/** At each moment of each slot, one by one. */
function naive(spans: readonly Span[], starts: readonly number[], end: number): number[] {
  return starts.map((start, index) => {
    let most = 0;
    for (let at = start; at < (starts[index + 1] ?? end); at++)
      most = Math.max(most, spans.filter(({ from, to }) => from <= at && at <= to).length);
    return most;
  });
}

test('the most at one time, as counted moment by moment', () => {
  const spans = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }))
      .map(([from, long]) => ({ from, to: from + long })),
    { maxLength: 20 },
  );
  const slots = fc
    .uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 8 })
    .map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(spans, slots, (all, starts) => {
      expect(mostAtOnce(all, starts, 60)).toEqual(naive(all, starts, 60));
    }),
  );
});
