import { expect, test } from 'vitest';
import { type FirstStep, progressOf } from './first-steps.ts';

const one = (id: string, state: 'none' | 'registered' = 'none') => ({ id, registration: { state } });
const ids = (...all: string[]) => new Set(all);

test.each<[Parameters<typeof progressOf>, FirstStep | null, string | null]>([
  [[[], ids(), ids()], 'create', null],
  // What a demo told is of no endpoint.
  [[[], ids('demo'), ids()], 'create', null],
  [[[one('a')], ids('demo'), ids()], 'sample', 'a'],
  [[[one('a'), one('b')], ids('b'), ids()], 'connect', 'b'],
  [[[one('a', 'registered')], ids(), ids()], null, 'a'],
  [[[one('a')], ids('a'), ids('a')], null, 'a'],
])('%j: the next step is %s', (input, next, endpointId) => {
  expect(progressOf(...input)).toMatchObject({ next, endpointId });
});
