import { expect, test } from 'vitest';
import { errorCodes } from '../../../shared/errors.ts';
import { concernsWayIn } from '../../words/errors.ts';
import { whatHelps } from './what-helps.ts';

test('a key is asked for again where the key is wrong, a choice where the choice is', () => {
  expect(whatHelps('vendor_unauthorized', true)).toBe('credentials');
  expect(whatHelps('choose_target', true)).toBe('target');
  expect(whatHelps('vendor_not_found', true)).toBe('target');
  expect(whatHelps('vendor_not_found', false)).toBe('retry');
  expect(whatHelps('vendor_failed', true)).toBe('retry');
});

test('another way in is offered only for what it would mend', () => {
  for (const code of errorCodes) {
    if (whatHelps(code, false) === 'way-in') expect(concernsWayIn(code)).toBe(true);
  }
});
