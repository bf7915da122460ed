import { expect, test } from 'vitest';
import type { VendorInfo } from '../../../shared/endpoints.ts';
import { startChange, startProof } from './draft.ts';

const vendor: VendorInfo = {
  id: 'v',
  title: 'V',
  subtitle: '',
  steps: [],
  secretKinds: ['header', 'secret'],
  suggestedHeader: 'X-Suggested',
  secretLabel: 'secret',
  registers: 'by-hand',
  credentialSets: [],
  hasLog: false,
  sampleKinds: [],
};

const kinds = ({ useHeader, useSecret }: ReturnType<typeof startProof>) => ({ useHeader, useSecret });

test('a new endpoint begins with what the vendor suggests', () => {
  expect(kinds(startProof(vendor))).toEqual({ useHeader: true, useSecret: false });
  expect(kinds(startChange({ hasSecret: false }, vendor))).toEqual({ useHeader: true, useSecret: false });
});

test('changing a secret begins with the kind in use', () => {
  expect(kinds(startChange({ hasSecret: true }, vendor))).toEqual({ useHeader: false, useSecret: true });
  const header = startChange({ hasSecret: true, headerName: 'X-Mine' }, vendor);
  expect(kinds(header)).toEqual({ useHeader: true, useSecret: false });
  expect(header.headerName).toBe('X-Mine');
});
