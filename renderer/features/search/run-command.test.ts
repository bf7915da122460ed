import { expect, test } from 'vitest';
import type { Call } from '../../stores/call.ts';
import { type CommandName, find } from '../../words/find.ts';
import { runCommand } from './run-command.ts';

function fakeCall(ok = true) {
  const calls: [string, unknown][] = [];
  const call = (async (name: string, input: unknown) => {
    calls.push([name, input]);
    return ok ? { ok, value: {} } : { ok, error: { code: 'offline', message: 'Away.' } };
  }) as unknown as Call;
  return { call, calls };
}

test.each<[CommandName, string, object]>([
  ['light', 'settings.set', { theme: 'light' }],
  ['dark', 'settings.set', { theme: 'dark' }],
  ['system', 'settings.set', { theme: 'system' }],
  ['resume', 'settings.set', { pausedUntil: null }],
  ['pauseQuarter', 'settings.set', { pausedUntil: expect.any(String) }],
  ['pauseHour', 'settings.set', { pausedUntil: expect.any(String) }],
  ['pauseTomorrow', 'settings.set', { pausedUntil: expect.any(String) }],
  ['prove', 'tunnel.retry', {}],
])('%s calls %s', async (name, command, input) => {
  const { call, calls } = fakeCall();
  expect(await runCommand(name, call, () => {})).toBe(true);
  expect(calls).toEqual([[command, input]]);
});

test('the shortcuts are shown without a call, and what fails is told', async () => {
  const { call, calls } = fakeCall(false);
  let shown = 0;
  expect(await runCommand('keys', call, () => (shown += 1))).toBe(true);
  expect([shown, calls]).toEqual([1, []]);
  expect(await runCommand('dark', call, () => {})).toBe(false);
});

test('every command goes somewhere or does something', async () => {
  const { call } = fakeCall();
  const going = new Set<CommandName>(['newEndpoint', 'alerts', 'why']);
  for (const name of Object.keys(find.commands) as CommandName[])
    expect(going.has(name) || (await runCommand(name, call, () => {})), name).toBe(true);
});
