import { expect, test } from 'vitest';
import { bodyFileName } from './save-body.ts';

test('a saved body is named after its delivery and what it is', () => {
  expect(bodyFileName('d1-ab12', '{}', true)).toBe('greenroom-d1-ab12.json');
  expect(bodyFileName('d1-ab12', 'a=b', false)).toBe('greenroom-d1-ab12.txt');
  expect(bodyFileName('../d1/x', undefined, false)).toBe('greenroom-d1x.bin');
});
