import { expect, test } from 'vitest';
import { idsMeant } from './search-names.ts';

const named = [
  { id: 'A1', name: 'Zoë' },
  { id: 'A2', name: 'Zoë of the night' },
  { id: 'ep_1', name: 'Grand hotel' },
];

test.each([
  ['zoe', [['A1', 'A2']]],
  ['ZO night', [['A1', 'A2'], ['A2']]],
  ['hotel 7', [['ep_1'], []]],
  ['otel', [[]]],
  ['', []],
  ['😀', []],
])('%j means %j', (query, ids) => expect(idsMeant(query, named)).toEqual(ids));

test('bounded in words and in ids', () => {
  const many = Array.from({ length: 100 }, (_, i) => ({ id: `A${i}`, name: 'Zoë' }));
  const meant = idsMeant('zoe '.repeat(30), many);
  expect(meant).toHaveLength(8);
  expect(meant[0]).toHaveLength(20);
});
