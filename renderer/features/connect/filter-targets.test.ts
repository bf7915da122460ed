import { expect, test } from 'vitest';
import { filterTargets } from './filter-targets.ts';

const targets = [
  { id: '0d3b', name: 'Front desk', detail: 'frontdesk-20417' },
  { id: '77aa', name: 'Front of house' },
];

test.each([
  ['', ['0d3b', '77aa']],
  ['FRONT', ['0d3b', '77aa']],
  ['house front', ['77aa']],
  ['20417', ['0d3b']],
  ['77a', ['77aa']],
  ['desk house', []],
])('%j finds %j', (filter, ids) => {
  expect(filterTargets(targets, filter).map(({ id }) => id)).toEqual(ids);
});
