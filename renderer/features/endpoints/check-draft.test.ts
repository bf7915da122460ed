import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endpointHeader } from '../../../shared/endpoints.ts';
import { checkProof, type ProofDraft, proofInput } from './check-draft.ts';
import { makeHeaderValue } from './make-secret.ts';

const draft: ProofDraft = {
  useHeader: true,
  headerName: 'X-Greenroom-Key',
  headerValue: 'value',
  useSecret: false,
  secret: '',
};

test('a made value is long, fits a header, and is another one each time', () => {
  const values = Array.from({ length: 50 }, makeHeaderValue);
  expect(new Set(values).size).toBe(50);
  for (const headerValue of values) {
    expect(headerValue).toMatch(/^[\w-]{43}$/);
    expect(checkProof({ ...draft, headerValue })).toEqual({});
  }
});

test('what passes here is of the form that the core accepts', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'Z', '-', '_', ' ', ':', 'ü', '\n', '~'),
    maxLength: 5,
  });
  fc.assert(
    fc.property(word, word, (headerName, headerValue) => {
      const isFine = Object.keys(checkProof({ ...draft, headerName, headerValue })).length === 0;
      expect(isFine).toBe(endpointHeader.safeParse({ name: headerName, value: headerValue }).success);
    }),
  );
});

test('only what is used goes down', () => {
  expect(proofInput(draft)).toEqual({ header: { name: 'X-Greenroom-Key', value: 'value' } });
  expect(proofInput({ ...draft, useHeader: false, useSecret: true, secret: ' s ' })).toEqual({
    secret: ' s ',
  });
  expect(proofInput({ ...draft, useHeader: false, useSecret: true })).toEqual({});
});
