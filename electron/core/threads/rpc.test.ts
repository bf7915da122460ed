import { expect, onTestFinished, test, vi } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { startThread } from './rpc.ts';
import type { ParentFunctions, TalkingFunctions } from './testing/talking.ts';

function start() {
  const failures: Error[] = [];
  const heard: string[] = [];
  const thread = startThread<TalkingFunctions, ParentFunctions>(
    new URL('./testing/talking.ts', import.meta.url),
    {},
    { greeted: (text) => void heard.push(text) },
    (error) => failures.push(error),
  );
  onTestFinished(async () => void (await thread.terminate()));
  return { thread, failures, heard };
}

test('values and promises come back', async () => {
  const { thread } = start();
  expect(await thread.ask.add(1, 2)).toBe(3);
  expect(await thread.ask.later('x')).toBe('x');
  const many = await Promise.all(Array.from({ length: 100 }, (_, i) => thread.ask.add(i, 1)));
  expect(many).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
});

test('an error keeps its code; one without has "internal" and its message', async () => {
  const { thread } = start();
  const refusal = await thread.ask.refuse().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(AppError);
  expect(refusal).toMatchObject({ code: 'folder_in_use', message: 'taken' });
  await expect(thread.ask.fail()).rejects.toMatchObject({ code: 'internal', message: 'out of range' });
});

test('an unknown function is an error, and telling it harms nobody', async () => {
  const { thread } = start();
  const unknown = thread.ask as unknown as { nothing(): Promise<void> };
  await expect(unknown.nothing()).rejects.toThrow(/nothing/);
  (thread.tell as (name: string) => void)('nothing');
  expect(await thread.ask.add(1, 1)).toBe(2);
});

test('what is no JSON is an error of the caller', async () => {
  const { thread } = start();
  const bad = 1n as unknown as number;
  await expect(thread.ask.add(bad, 1)).rejects.toThrow();
  expect(await thread.ask.add(1, 1)).toBe(2);
});

test('a thread can tell its parent', async () => {
  const { thread, heard } = start();
  thread.tell('greetParent');
  await vi.waitUntil(() => heard.length === 1);
  expect(heard).toEqual(['hello']);
});

test.each(['uncaught', 'exit'] as const)(
  'a thread that ends by itself (%s) rejects its open calls and later ones',
  async (how) => {
    const { thread, failures } = start();
    await thread.ask.add(1, 1);
    const open = thread.ask.never().catch((error: unknown) => error);
    thread.tell(how);
    await thread.ended;
    expect(await open).toMatchObject({ code: 'not_available' });
    await expect(thread.ask.add(1, 1)).rejects.toMatchObject({ code: 'not_available' });
    expect(failures).toHaveLength(1);
    expect(failures[0]?.message).toMatch(how === 'exit' ? /code 5/ : /uncaught/);
  },
);

test('telling a thread that has ended is no unhandled rejection', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  const { thread, failures } = start();
  await thread.ask.add(1, 1);
  await thread.terminate();
  thread.tell('greetParent');
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).toEqual([]);
  expect(failures).toEqual([]);
});

test('a thread that dies at its start is told with its reason', async () => {
  const failures: Error[] = [];
  const thread = startThread(new URL('./testing/no-such-file.ts', import.meta.url), {}, {}, (error) =>
    failures.push(error),
  );
  await thread.ended;
  expect(failures).toHaveLength(1);
});
