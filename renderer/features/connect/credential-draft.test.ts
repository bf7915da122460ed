import { expect, test } from 'vitest';
import type { CredentialSet } from '../../../shared/endpoints.ts';
import { readCredentials } from './credential-draft.ts';

const pair: CredentialSet = {
  fields: [
    { name: 'email', label: 'E-mail' },
    { name: 'secretKey', label: 'Secret key' },
  ],
  hint: '',
};

test('only whole sets go down, without the blanks of a paste', () => {
  expect(readCredentials(pair, { email: ' a@b.example\n', secretKey: 'k' })).toEqual({
    email: 'a@b.example',
    secretKey: 'k',
  });
  expect(readCredentials(pair, { email: 'a@b.example', secretKey: ' ' })).toBeUndefined();
  expect(readCredentials(pair, {})).toBeUndefined();
});

test('what was typed for another set stays behind', () => {
  const one: CredentialSet = { fields: [{ name: 'bearer', label: 'Bearer' }], hint: '' };
  expect(readCredentials(one, { bearer: 'b', email: 'a@b.example' })).toEqual({ bearer: 'b' });
});
