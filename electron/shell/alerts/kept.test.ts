import { expect, it } from 'vitest';
import { keepNewest } from './kept.ts';

it('keeps the newest, and lets the oldest go', () => {
  const gone: number[] = [];
  const kept = keepNewest<number>(2, (item) => void gone.push(item));
  kept.add('a', 1);
  kept.add('b', 2);
  expect(gone).toEqual([]);
  kept.add('c', 3);
  expect(gone).toEqual([1]);
  kept.drop('b');
  kept.drop('b');
  kept.add('d', 4);
  expect(gone).toEqual([1]);
  expect(['a', 'b', 'c', 'd'].map(kept.has)).toEqual([false, false, true, true]);
});

it('counts what is added again as new, once', () => {
  const gone: number[] = [];
  const kept = keepNewest<number>(2, (item) => void gone.push(item));
  kept.add('a', 1);
  kept.add('b', 2);
  kept.add('a', 3);
  kept.add('c', 4);
  expect(gone).toEqual([2]);
});
