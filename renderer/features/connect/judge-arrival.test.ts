import { expect, test } from 'vitest';
import type { RejectReason } from '../../../shared/events.ts';
import { type Finding, judgeArrival } from './judge-arrival.ts';

const plain: [string, string][] = [['Content-Type', 'application/json']];
const signed: [string, string][] = [...plain, ['x-bithuman-signature', 'sha256=00']];

test.each<[RejectReason, [string, string][], Finding]>([
  ['header_missing', signed, 'signed'],
  ['header_missing', plain, 'bare'],
  ['no_secret', signed, 'signed'],
  ['no_secret', plain, 'bare'],
  ['header_mismatch', plain, 'other-value'],
  ['header_mismatch', signed, 'other-value'],
  ['signature_mismatch', signed, 'other-signature'],
  ['timestamp_outside_window', signed, 'other'],
])('%s with %j means %s', (reason, headers, finding) => {
  expect(judgeArrival({ verdict: 'rejected', reason, headers }, 'X-bitHuman-Signature')).toBe(finding);
});

test('what was accepted needs no help; a vendor that cannot sign is never taken to have signed', () => {
  expect(judgeArrival({ verdict: 'verified', headers: signed }, 'X-bitHuman-Signature')).toBeNull();
  expect(judgeArrival({ verdict: 'rejected', reason: 'header_missing', headers: signed }, undefined)).toBe(
    'bare',
  );
});
