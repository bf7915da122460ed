import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Demo } from '../../shared/demo.ts';
import { createDemoStore } from './demo-store.ts';
import { fakeCall } from './testing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A core whose demo lasts ten seconds. */
function aStore() {
  let endsAt: string | null = null;
  const now = (): Demo => {
    if (endsAt !== null && Date.parse(endsAt) <= Date.now()) endsAt = null;
    return { endsAt };
  };
  const play = vi.fn(() => {
    endsAt = new Date(Date.now() + 10_000).toISOString();
    return now();
  });
  const store = createDemoStore(
    fakeCall({
      'demo.play': play,
      'demo.stop': () => {
        endsAt = null;
        return now();
      },
      'demo.state': now,
    }),
  );
  return { state: () => store.getState(), play };
}

test('it plays, and is over by itself; then that can be dismissed', async () => {
  const { state, play } = aStore();
  const begun = state().play();
  expect(state().phase).toBe('starting');
  await state().play();
  await begun;
  expect(play).toHaveBeenCalledOnce();
  expect(state().phase).toBe('playing');
  await vi.advanceTimersByTimeAsync(11_000);
  expect(state().phase).toBe('over');
  state().dismiss();
  expect(state().phase).toBe('idle');
});

test('it can be stopped', async () => {
  const { state } = aStore();
  await state().play();
  await state().stop();
  expect(state().phase).toBe('over');
});

test('nothing is said of a demo where none was played', async () => {
  const { state } = aStore();
  await state().load();
  expect(state().phase).toBe('idle');
});

test('what cannot begin says why, and can be tried again', async () => {
  const store = createDemoStore(fakeCall({}));
  await store.getState().play();
  expect(store.getState()).toMatchObject({ phase: 'idle', error: { code: 'offline' } });
});
