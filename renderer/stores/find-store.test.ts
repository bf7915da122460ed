import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Value } from '../../shared/contract.ts';
import { createFindStore } from './find-store.ts';
import { anEvent, deferred, fakeCall } from './testing.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const found = (seq: number): Value<'search'> => ({
  events: [anEvent(seq)],
  more: false,
  sessions: [],
  deliveries: [],
});

/** A search whose answers come when they are told to. */
function start() {
  const asked = new Map<string, ReturnType<typeof deferred<Value<'search'>>>>();
  const store = createFindStore(
    fakeCall({
      search: ({ query }) => {
        const answer = deferred<Value<'search'>>();
        asked.set(query, answer);
        return answer.promise;
      },
    }),
  );
  const ask = async (query: string) => {
    store.getState().ask(query);
    await vi.runAllTimersAsync();
  };
  const answer = async (query: string, value: Value<'search'> | Error) => {
    if (value instanceof Error) asked.get(query)?.reject(value);
    else asked.get(query)?.resolve(value);
    await vi.runAllTimersAsync();
  };
  return { store, ask, answer, asked, state: () => store.getState() };
}

test('fast typing asks once, for the last', async () => {
  const { store, asked } = start();
  for (const words of ['fr', 'fri', 'frid ']) store.getState().ask(words);
  await vi.runAllTimersAsync();
  expect([...asked.keys()]).toEqual(['frid']);
});

test('an answer that comes too late is dropped, in whatever order they come', async () => {
  const { ask, answer, state } = start();
  await ask('fri');
  await ask('friday');
  await answer('friday', found(2));
  expect(state()).toMatchObject({ phase: 'ready', answer: { query: 'friday', events: [{ seq: 2 }] } });
  await answer('fri', found(1));
  expect(state().answer?.query).toBe('friday');
});

test('the last answer stays while the next is on its way, and goes with the words', async () => {
  const { ask, answer, state } = start();
  await ask('fri');
  await answer('fri', found(1));
  await ask('frid');
  expect(state()).toMatchObject({ query: 'frid', phase: 'searching', answer: { query: 'fri' } });
  await ask('');
  expect(state()).toMatchObject({ phase: 'idle', answer: null });
  await answer('frid', found(2));
  expect(state().answer).toBeNull();
});

test('what fails is told, and can be tried again', async () => {
  const { ask, answer, state } = start();
  await ask('friday');
  await answer('friday', new Error('away'));
  expect(state()).toMatchObject({ phase: 'failed', error: { code: 'offline' }, answer: null });
  state().again();
  await vi.runAllTimersAsync();
  await answer('friday', found(1));
  expect(state()).toMatchObject({ phase: 'ready', error: null });
});

test.each([
  ['a', 'short'],
  ['!', 'short'],
  ['😀', 'short'],
  [' 7 ', 'short'],
  ['ab', 'searching'],
  ['会', 'searching'],
  ['', 'idle'],
])('%j is %s', async (words, phase) => {
  const { ask, asked, state } = start();
  await ask(words);
  expect(state().phase).toBe(phase);
  expect(asked.size).toBe(phase === 'searching' ? 1 : 0);
});

test('the last searches, each once, and none that is too long', () => {
  const { state } = start();
  for (const words of ['one', 'two', 'One ', 'three', 'four', 'five', 'six', '', 'x'.repeat(61)])
    state().remember(words);
  expect(state().recent).toEqual(['six', 'five', 'four', 'three', 'One', 'two']);
  state().forget();
  expect(state().recent).toEqual([]);
});
