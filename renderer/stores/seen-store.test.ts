import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSeenStore } from './seen-store.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString();
const session = (id: string, messages: number, minute: number) => ({
  id,
  messages,
  startedAt: at(0),
  lastAt: at(minute),
});

function memory(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
  };
}

const unreadOf = (store: ReturnType<typeof createSeenStore>) => Object.fromEntries(store.getState().unread);

test('what was there before anybody counted is seen; what comes is not, until it is in view', () => {
  const kept = memory();
  const store = createSeenStore(kept, () => at(10));
  store.getState().apply([session('old', 5, 9)]);
  expect(unreadOf(store)).toEqual({});
  store.getState().apply([session('old', 6, 11), session('new', 2, 12)]);
  expect(unreadOf(store)).toEqual({ old: 6, new: 2 });
  expect(store.getState().unreadFrom).toBe(at(0));
  store.getState().look('new');
  expect(unreadOf(store)).toEqual({ old: 6 });
  store.getState().apply([session('new', 3, 13)]);
  expect(unreadOf(store)).toEqual({ old: 6 });
  store.getState().look(null);
  store.getState().apply([session('new', 5, 14)]);
  expect(unreadOf(store)).toEqual({ old: 6, new: 2 });

  const later = createSeenStore(kept, () => at(60));
  later.getState().apply([session('new', 5, 14)]);
  expect(unreadOf(later)).toEqual({ new: 2 });
  later.getState().markAll();
  expect(unreadOf(later)).toEqual({});
  later.getState().apply([session('new', 6, 61)]);
  expect(unreadOf(later)).toEqual({ new: 1 });
});

test('only so many sessions are remembered', () => {
  const kept = memory();
  const store = createSeenStore(kept, () => at(0));
  for (let i = 0; i < 500; i++) {
    store.getState().apply([session(`s${i}`, 1, 1)]);
    store.getState().look(`s${i}`);
  }
  expect(Object.keys(JSON.parse(kept.getItem() ?? '').seen)).toHaveLength(300);
});

test('whatever is kept, nothing breaks', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const store = createSeenStore(memory(text), () => at(0));
      store.getState().apply([session('s', 2, 1)]);
      for (const count of store.getState().unread.values()) expect(count).toBeGreaterThan(0);
    }),
  );
});
