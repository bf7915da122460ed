import { expect, test } from 'vitest';
import { createRouteStore, parseRoute, routeHash } from './route-store.ts';

test.each([
  ['', 'live', null],
  ['#/', 'live', null],
  ['#/sessions', 'sessions', null],
  ['#/sessions/s1-abc', 'sessions', 's1-abc'],
  ['#/deliveries/d%2F1', 'deliveries', 'd/1'],
  ['#/endpoints/%', 'endpoints', null],
  ['#/connection', 'connection', null],
  ['#/nowhere/1', 'live', '1'],
])('%s leads to %s, %s', (hash, screen, id) => {
  expect(parseRoute(hash)).toEqual({ screen, id });
});

test('a way there and back', () => {
  expect(parseRoute(routeHash('sessions', 'a/b c'))).toEqual({ screen: 'sessions', id: 'a/b c' });
  expect(routeHash('live')).toBe('#/live');
});

test('it follows the address bar', () => {
  let changed = () => {};
  const page = {
    location: { hash: '#/live' },
    addEventListener: (_: string, fn: () => void) => {
      changed = fn;
    },
  };
  const store = createRouteStore(page as never);
  page.location.hash = '#/settings';
  changed();
  expect(store.getState().screen).toBe('settings');
});
