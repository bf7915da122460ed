import { expect, test } from 'vitest';
import type { Settings } from '../../../shared/settings.ts';
import { aSession, fakeCall } from '../../stores/testing.ts';
import type { Command } from './commands.ts';
import { runCommand } from './run-command.ts';

test.each<[Command, object, object]>([
  [{ does: 'theme', theme: 'dark' }, { theme: 'dark' }, { said: 'Dark theme' }],
  [{ does: 'resume' }, { pausedUntil: null }, { said: 'Alerts are on again.' }],
  [
    { does: 'pause', pause: 'quarter' },
    { pausedUntil: expect.any(String) },
    { said: expect.stringMatching(/^Alerts are paused until .*\d\d:\d\d\.$/) },
  ],
])('%j saves a setting and says so', async (command, patch, outcome) => {
  const saved: unknown[] = [];
  const call = fakeCall({
    'settings.set': (input) => {
      saved.push(input);
      return {} as Settings;
    },
  });
  expect(await runCommand(command, call)).toEqual(outcome);
  expect(saved).toEqual([patch]);
});

test('a sample leads to what it became, a test of the way in to where it is seen', async () => {
  const call = fakeCall({
    'sample.send': ({ endpointId }) => ({ deliveryId: `d1-${endpointId}` }),
    'tunnel.retry': () => ({}) as never,
  });
  expect(await runCommand({ does: 'sample', endpointId: 'ep' }, call)).toEqual({ to: '#/deliveries/d1-ep' });
  expect(await runCommand({ does: 'prove' }, call)).toEqual({ to: '#/connection' });
  expect(await runCommand({ does: 'keys' }, call)).toEqual({ shows: 'keys' });
});

test('an agent leads to its newest session, by any of its ids', async () => {
  const call = fakeCall({
    search: ({ query }) => ({
      events: [],
      more: false,
      deliveries: [],
      sessions:
        query === 'A1'
          ? [aSession(1, { agentId: 'A1' }), aSession(9, { agentId: 'other' })]
          : [aSession(2, { agentId: 'A2' })],
    }),
  });
  const agent = (ids: string[]): Command => ({ does: 'agent', ids, name: 'Zoë' });
  expect(await runCommand(agent(['A1', 'A2']), call)).toEqual({ to: '#/sessions/s2' });
  expect(await runCommand(agent(['A1']), call)).toEqual({ to: '#/sessions/s1' });
  expect(await runCommand(agent(['A3']), call)).toEqual({ missing: 'Nothing of Zoë is kept yet.' });
});

test.each<Command>([
  { does: 'theme', theme: 'dark' },
  { does: 'sample', endpointId: 'ep' },
  { does: 'prove' },
  { does: 'agent', ids: ['A1'], name: 'Zoë' },
])('what fails is told: %j', async (command) => {
  expect(await runCommand(command, fakeCall({}))).toMatchObject({ error: { code: 'offline' } });
});
