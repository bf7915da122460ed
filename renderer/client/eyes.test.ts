import { expect, test } from 'vitest';
import { followEyes } from './eyes.ts';

test('a session is in view only while its window is seen and has the focus', () => {
  const heard = new Map<string, () => void>();
  const listen = { addEventListener: (name: string, fn: unknown) => void heard.set(name, fn as () => void) };
  const page = { ...listen, visibilityState: 'visible' as DocumentVisibilityState, hasFocus: () => focused };
  let focused = true;
  let shown: string | null = 's1';
  const looks: (string | null)[] = [];
  followEyes({
    page,
    frame: listen,
    session: { get: () => shown, subscribe: (fn) => void heard.set('session', fn) },
    look: (id) => void looks.push(id),
  });
  focused = false;
  heard.get('blur')?.();
  shown = 's2';
  heard.get('session')?.();
  focused = true;
  heard.get('focus')?.();
  page.visibilityState = 'hidden';
  heard.get('visibilitychange')?.();
  expect(looks).toEqual(['s1', null, null, 's2', null]);
});
