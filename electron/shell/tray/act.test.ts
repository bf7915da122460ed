import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { act } from './act.ts';
import { fakeCore, noon } from './testing.ts';
import type { TrayAction } from './tray-model.ts';

beforeEach(() => void vi.useFakeTimers({ now: noon }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function setUp(answers?: Record<string, unknown>) {
  const core = fakeCore(answers);
  const done: unknown[][] = [];
  const clipboard = {
    writeText: async (text) => void done.push(['copied', text]),
  } satisfies Pick<Electron.Clipboard, 'writeText'>;
  const reach = {
    core,
    clipboard,
    show: () => void done.push(['shown']),
    open: (target: unknown) => void done.push(['opened', target]),
    quit: () => void done.push(['quit']),
  };
  return { core, done, reach };
}

const at = (day: number, hour: number, minute = 0) => new Date(2026, 4, day, hour, minute).toISOString();

test.each<[TrayAction, unknown[]]>([
  [{ do: 'show' }, ['shown']],
  [{ do: 'open', target: { screen: 'settings' } }, ['opened', { screen: 'settings' }]],
  [{ do: 'open', target: { screen: 'sessions', id: 's1' } }, ['opened', { screen: 'sessions', id: 's1' }]],
  [{ do: 'copy', text: 'https://green.example.org' }, ['copied', 'https://green.example.org']],
  [{ do: 'quit' }, ['quit']],
])('%j', async (action, expected) => {
  const { core, done, reach } = setUp();
  await act(action, reach);
  expect(done).toEqual([expected]);
  expect(core.calls).toEqual([]);
});

test.each<[TrayAction, string, unknown]>([
  [{ do: 'pause', pause: 'quarter' }, 'settings.set', { pausedUntil: at(5, 12, 15) }],
  [{ do: 'pause', pause: 'hour' }, 'settings.set', { pausedUntil: at(5, 13) }],
  [{ do: 'pause', pause: 'tomorrow' }, 'settings.set', { pausedUntil: at(6, 8) }],
  [{ do: 'resume-alerts' }, 'settings.set', { pausedUntil: null }],
  [{ do: 'install-update' }, 'update.install', {}],
])('%j is a command', async (action, command, input) => {
  const { core, done, reach } = setUp({ 'settings.set': {}, 'update.install': {} });
  await act(action, reach);
  expect(core.calls).toEqual([[command, input]]);
  expect(done).toEqual([]);
});

test('a refused command is logged by its code', async () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  await act({ do: 'resume-alerts' }, setUp().reach);
  expect(logged).toHaveBeenCalledWith('The tray was refused settings.set: not_available');
});

test('a clipboard that fails is told to the caller', async () => {
  const { reach } = setUp();
  const clipboard = { writeText: () => Promise.reject(new Error('It is held by another.')) };
  await expect(act({ do: 'copy', text: 'x' }, { ...reach, clipboard })).rejects.toThrow('held by another');
});
