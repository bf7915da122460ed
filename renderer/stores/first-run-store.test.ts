import { expect, test } from 'vitest';
import { createFirstRunStore } from './first-run-store.ts';

function aStorage(value: string | null = null) {
  let kept = value;
  return {
    getItem: () => kept,
    setItem: (_: string, next: string) => {
      kept = next;
    },
  };
}

test('it goes on after a reload where it was, and what is skipped stays so', () => {
  const storage = aStorage();
  const first = createFirstRunStore(storage);
  expect(first.getState().phase).toBe('new');
  first.getState().begin();
  expect(createFirstRunStore(storage).getState().phase).toBe('begun');
  first.getState().end();
  first.getState().begin();
  expect(createFirstRunStore(storage).getState().phase).toBe('over');
});

test('whatever else stands there counts as nothing', () => {
  expect(createFirstRunStore(aStorage('{"x":1}')).getState().phase).toBe('new');
});
