import { expect, test } from 'vitest';
import { parseRoute, routeHash } from '../../stores/route-store.ts';
import { settingsPlace } from './sections.ts';

test.each([
  [null, { section: 'general' }],
  ['alerts', { section: 'alerts' }],
  ['alerts.when', { section: 'alerts', heading: 'when' }],
  ['computer', { section: 'computer' }],
  ['nonsense', { section: 'general' }],
  ['__proto__', { section: 'general' }],
])('%s leads to its place, by the address bar too', (id, place) => {
  expect(settingsPlace(id, true)).toEqual(place);
  expect(settingsPlace(parseRoute(routeHash('settings', id)).id, true)).toEqual(place);
});

test('what only a desktop has is not there elsewhere', () => {
  expect(settingsPlace('computer', false)).toEqual({ section: 'general' });
});
