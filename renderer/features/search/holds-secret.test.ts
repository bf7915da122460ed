import { expect, test } from 'vitest';
import { holdsSecret } from './holds-secret.ts';

test.each([
  ['friday', false],
  ['could you move it to Friday', false],
  ['Donaudampfschifffahrtsgesellschaft', false],
  ['s1234-abcdef', false],
  ['0b1c2d3e-1111-2222-3333-444455556666', false],
  ['whsec_abc', true],
  ['sk-live-1', true],
  ['token=abc', true],
  ['look for 9f86d081884c7d659a2feaa0c55ad015', true],
])('%j: %s', (query, holds) => expect(holdsSecret(query)).toBe(holds));
