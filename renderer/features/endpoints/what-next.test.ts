import { expect, test } from 'vitest';
import { aDelivery } from '../../stores/testing.ts';
import { whatNext } from './what-next.ts';

const ready = { verification: 'header', hasSecret: true, registration: { state: 'none' } } as const;
const bare = { ...ready, hasSecret: false };
const registered = { ...ready, registration: { state: 'registered' } } as const;

test.each([
  [ready, undefined, false, false, null],
  [ready, aDelivery(1), false, false, null],
  [bare, null, false, false, 'secret'],
  [bare, null, false, true, 'connect'],
  [ready, null, false, false, 'sample'],
  [ready, null, true, false, 'connect'],
  [registered, null, false, false, 'waiting'],
] as const)('%j, newest %j, sampled %s: %s', (endpoint, newest, sampled, byItself, next) => {
  expect(whatNext(endpoint, newest, sampled, byItself)).toBe(next);
});
