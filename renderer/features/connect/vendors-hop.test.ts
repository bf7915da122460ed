import { expect, test } from 'vitest';
import type { Registration } from '../../../shared/endpoints.ts';
import { vendorsHop } from './vendors-hop.ts';

const one = (registration: Registration, enabled = true) => ({ registration, enabled });
const registered = one({ state: 'registered' });
const none = one({ state: 'none' });
const failed = { state: 'failed', error: { code: 'vendor_refused', message: '' } } as const;

test.each([
  [[], 'none'],
  [[none], 'none'],
  [[registered, none], 'ok'],
  [[none, one({ state: 'pending' })], 'busy'],
  [[registered, one(failed)], 'broken'],
  [[registered, one(failed, false)], 'ok'],
] as const)('%# is told as one station', (endpoints, hop) => {
  expect(vendorsHop(endpoints)).toBe(hop);
});
