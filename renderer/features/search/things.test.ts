import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findThings, offerThings, type Thing } from './things.ts';

const thing = (kind: Thing['kind'], title: string, more: Partial<Thing> = {}): Thing => ({
  kind,
  key: `${kind} ${title}`,
  title,
  leads: { to: '#/live' },
  ...more,
});
const all = [
  thing('command', 'Pause alerts for an hour', { alsoKnownAs: 'mute' }),
  thing('command', 'New endpoint'),
  thing('screen', 'Endpoints'),
  thing('endpoint', 'My endpoint', { detail: 'bitHuman' }),
  thing('agent', 'Zoë', { detail: 'A12BCD3456' }),
  thing('screen', 'Zoë', { detail: 'suite 7', key: 's7' }),
];

test.each([
  ['end', ['Endpoints', 'My endpoint', 'New endpoint']],
  ['zoe', ['Zoë', 'Zoë']],
  ['ZOË', ['Zoë', 'Zoë']],
  ['suite', ['Zoë']],
  ['a12b', ['Zoë']],
  ['mute', ['Pause alerts for an hour']],
  ['hour pause', ['Pause alerts for an hour']],
  ['our', []],
  ['  ', []],
  ['!!', []],
])('%j finds %j', (query, titles) =>
  expect(findThings(query, all).map(({ title }) => title)).toEqual(titles),
);

test('what is offered unasked can be done', () =>
  expect(offerThings(all).map(({ title }) => title)).toEqual(['Pause alerts for an hour', 'New endpoint']));

test('whatever is typed: no more than asked for, and only what was there', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.integer({ min: 1, max: 5 }),
      (query, most) => {
        const found = findThings(query, all, most);
        expect(found.length).toBeLessThanOrEqual(most);
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
        for (const one of found) expect(all).toContain(one);
      },
    ),
  );
});
