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
  expect(parseRoute(hash)).toEqual({ screen, id, seq: null });
});

test.each([
  ['#/sessions/s1-abc/at/42', 42],
  ['#/sessions/s1-abc/at/042', null],
  ['#/sessions/s1-abc/at/-1', null],
  ['#/sessions/s1-abc/at/1e3', null],
  ['#/sessions/s1-abc/at/9999999999999999', null],
  ['#/sessions/s1-abc/at/', null],
  ['#/sessions/s1-abc/42', null],
])('%s leads to the event %s of the session', (hash, seq) => {
  expect(parseRoute(hash)).toEqual({ screen: 'sessions', id: 's1-abc', seq });
});

test('without a session there is no event of it', () => {
  expect(parseRoute('#/sessions/%/at/42')).toEqual({ screen: 'sessions', id: null, seq: null });
  expect(routeHash('sessions', null, 42)).toBe('#/sessions');
});

test('a way there and back', () => {
  expect(parseRoute(routeHash('sessions', 'a/b c'))).toEqual({
    screen: 'sessions',
    id: 'a/b c',
    seq: null,
  });
  expect(parseRoute(routeHash('sessions', 'a/b c', 7))).toEqual({ screen: 'sessions', id: 'a/b c', seq: 7 });
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
