import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WireError } from '../../shared/errors.ts';
import { createUndoStore, graceMs } from './undo-store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const broken: WireError = { code: 'offline', message: 'test' };

function aStore() {
  const store = createUndoStore();
  const commit = vi.fn(async (): Promise<WireError | null> => null);
  const undo = vi.fn(async (): Promise<WireError | null> => null);
  store.getState().offer({ text: 'Deleted.', hides: 'ep1', commit, undo });
  const state = () => store.getState();
  return { state, commit, undo, id: state().offers[0]?.id ?? -1 };
}

test('when the time is over it is done, once, and hidden until then', async () => {
  const { state, commit, undo } = aStore();
  await vi.advanceTimersByTimeAsync(graceMs - 1);
  expect(commit).not.toHaveBeenCalled();
  expect(state().offers).toMatchObject([{ hides: 'ep1' }]);
  await vi.advanceTimersByTimeAsync(1);
  expect(commit).toHaveBeenCalledOnce();
  expect(undo).not.toHaveBeenCalled();
  expect(state().offers).toEqual([]);
});

test('taken back in time, nothing is done', async () => {
  const { state, commit, undo, id } = aStore();
  await state().take(id);
  await vi.advanceTimersByTimeAsync(graceMs * 2);
  expect(commit).not.toHaveBeenCalled();
  expect(undo).toHaveBeenCalledOnce();
  expect(state().offers).toEqual([]);
});

test('without an id the newest is taken back', async () => {
  const { state } = aStore();
  state().offer({ text: 'Second.' });
  await state().take();
  expect(state().offers.map(({ text }) => text)).toEqual(['Deleted.']);
});

test('while it is looked at, its time stands still', async () => {
  const { state, commit, id } = aStore();
  state().hold(id);
  await vi.advanceTimersByTimeAsync(graceMs * 10);
  expect(commit).not.toHaveBeenCalled();
  state().release(id);
  await vi.advanceTimersByTimeAsync(graceMs);
  expect(commit).toHaveBeenCalledOnce();
});

test('once its command is on the way it is too late, and it is not sent twice', async () => {
  const { state, commit, undo, id } = aStore();
  const answer = Promise.withResolvers<WireError | null>();
  commit.mockReturnValue(answer.promise);
  const settled = state().settle(id);
  await state().take(id);
  state().release(id);
  void state().settle(id);
  state().flush();
  answer.resolve(null);
  await settled;
  await vi.advanceTimersByTimeAsync(graceMs * 2);
  expect(commit).toHaveBeenCalledOnce();
  expect(undo).not.toHaveBeenCalled();
});

test('what fails stays, shown again, with its error, and can be tried again', async () => {
  const { state, commit, id } = aStore();
  commit.mockResolvedValueOnce(broken);
  await state().settle(id);
  expect(state().offers).toMatchObject([{ id, error: broken }]);
  expect(state().offers[0]).not.toHaveProperty('hides');
  await vi.advanceTimersByTimeAsync(graceMs * 2);
  expect(commit).toHaveBeenCalledOnce();
  await state().settle(id);
  expect(commit).toHaveBeenCalledTimes(2);
  expect(state().offers).toEqual([]);
});

test('a page that goes away does at once what waits', () => {
  const { state, commit } = aStore();
  state().offer({ text: 'Done already.' });
  state().flush();
  expect(commit).toHaveBeenCalledOnce();
  expect(state().offers).toEqual([]);
});
