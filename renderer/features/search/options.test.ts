import { expect, test } from 'vitest';
import { aDelivery, anEvent, aSession } from '../../stores/testing.ts';
import { groupsOf, moveKeys, moveTo, type Option } from './options.ts';
import type { Thing } from './things.ts';

const things: Thing[] = [
  { kind: 'command', key: 'command', title: 'Pause alerts', leads: { does: 'resume' } },
  { kind: 'screen', key: 'screen', title: 'Sessions', leads: { to: '#/sessions' } },
];
const answer = {
  query: 'se',
  events: [anEvent(2), anEvent(1)],
  more: false,
  sessions: [aSession(1)],
  deliveries: [aDelivery(1)],
};
const names = (...args: Parameters<typeof groupsOf>) => groupsOf(...args).map(({ name }) => name);

test('without words: what was looked for before, and what can be done', () => {
  expect(names('', things, null, ['friday'])).toEqual(['recent', 'thing']);
  expect(groupsOf('', things, null, ['friday'])[0]?.options.map(({ kind }) => kind)).toEqual([
    'recent',
    'forget',
  ]);
  expect(names(' ', things, null, [])).toEqual(['thing']);
});

test('with words: what they mean, each with a key of its own', () => {
  const groups = groupsOf('se', things, answer, ['friday']);
  expect(groups.map(({ name }) => name)).toEqual(['delivery', 'thing', 'session', 'event']);
  const keys = groups.flatMap(({ options }) => options.map(({ key }) => key));
  expect(new Set(keys).size).toBe(keys.length);
  expect(names('nothing', things, null, [])).toEqual([]);
});

const options = Array.from(
  { length: 20 },
  (_, i): Option => ({ kind: 'event', key: `e${i}`, event: anEvent(i) }),
);

test.each([
  [undefined, 'ArrowDown', 'e1'],
  ['e0', 'ArrowUp', 'e19'],
  ['e19', 'ArrowDown', 'e0'],
  ['e3', 'PageDown', 'e11'],
  ['e15', 'PageDown', 'e19'],
  ['e5', 'PageUp', 'e0'],
  ['gone', 'ArrowDown', 'e1'],
  ['e3', 'Home', undefined],
])('from %s, %s leads to %s', (active, key, to) => expect(moveTo(options, active, key)).toBe(to));

test('nothing leads anywhere where there is nothing', () => {
  for (const key of moveKeys) expect(moveTo([], undefined, key)).toBeUndefined();
});
