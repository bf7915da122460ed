import { expect, test } from 'vitest';
import { commandsOf } from './commands.ts';

const endpoints = [
  { id: 'ep1', name: 'Desk', enabled: true },
  { id: 'ep2', name: 'Off', enabled: false },
];
const now = { endpoints, isPaused: false, isDesktop: false, theme: 'system' as const };
const titles = (over: Partial<Parameters<typeof commandsOf>[0]> = {}) =>
  commandsOf({ ...now, ...over }).map(({ title }) => title);

test('what can be done now, and nothing that is so already', () => {
  expect(titles()).toContain('Send a sample to Desk');
  expect(titles()).not.toContain('Send a sample to Off');
  expect(titles()).toContain('Pause alerts for an hour');
  expect(titles()).not.toContain('Resume alerts');
  expect(titles({ isPaused: true })).toContain('Resume alerts');
  expect(titles({ isPaused: true })).not.toContain('Pause alerts for an hour');
  expect(titles()).not.toContain('Theme of the system');
  expect(titles({ theme: 'dark' })).toContain('Theme of the system');
  expect(titles()).not.toContain('Settings: This computer');
  expect(titles({ isDesktop: true })).toContain('Settings: This computer');
});

test('each has a key of its own, also where endpoints share a name', () => {
  const twice = [...endpoints, { id: 'ep3', name: 'Desk', enabled: true }];
  const keys = commandsOf({ ...now, endpoints: twice }).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});
