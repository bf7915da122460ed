import { expect, test } from 'vitest';
import type { Endpoint } from '../../../shared/endpoints.ts';
import { type Delivery, rejectReasons } from '../../../shared/events.ts';
import { type ProofLine, proofLines } from './proof-lines.ts';

const at = '2026-01-01T10:00:00.000Z';
const seconds = Date.parse(at) / 1000;
const hex = 'ab'.repeat(32);
const rest = {
  example: {
    body: '',
    signature: { header: 'X-Sign', prefix: 'sha256=', timestampHeader: 'X-Time' },
  },
};
const plain = { example: { body: '', signature: { header: 'X-Sign', prefix: '' } } };

type Reason = Delivery['reason'] | 'verified';

function came(
  reason: Reason,
  headers: [string, string][],
  endpoint: Pick<Endpoint, 'verification' | 'headerName'>,
  vendor: typeof rest | typeof plain,
): ProofLine[] {
  const verdict = reason === 'verified' ? 'verified' : 'rejected';
  const judged = { verdict, receivedAt: at, headers, ...(reason && reason !== 'verified' && { reason }) };
  return proofLines(judged as Delivery, endpoint, vendor);
}
const inShort = (lines: ProofLine[]) => lines.map((line) => `${line.part} ${line.came}`);

const timed = { verification: 'signature-timestamp' } as const;
test.each<[Reason, [string, string][], string[]]>([
  [
    'verified',
    [
      ['x-sign', `sha256=${hex}`],
      ['X-TIME', `${seconds}`],
    ],
    ['signature fits', 'timestamp fits', 'signed fits'],
  ],
  ['signature_missing', [], ['signature missing', 'timestamp missing', 'signed unknown']],
  [
    'signature_malformed',
    [['X-Sign', 'sha256=xyz']],
    ['signature unreadable', 'timestamp missing', 'signed unknown'],
  ],
  [
    'signature_mismatch',
    [
      ['X-Sign', hex],
      ['X-Time', `${seconds}`],
    ],
    ['signature fits', 'timestamp fits', 'signed differs'],
  ],
  [
    'signature_without_timestamp',
    [
      ['X-Sign', hex],
      ['X-Time', `${seconds}`],
    ],
    ['signature fits', 'timestamp fits', 'signed body-alone'],
  ],
  [
    'signature_without_timestamp',
    [['X-Sign', hex]],
    ['signature fits', 'timestamp missing', 'signed body-alone'],
  ],
  [
    'timestamp_malformed',
    [
      ['X-Sign', hex],
      ['X-Time', '12x'],
    ],
    ['signature fits', 'timestamp unreadable', 'signed unknown'],
  ],
  [
    'timestamp_outside_window',
    [
      ['X-Sign', hex],
      ['X-Time', `${seconds - 301}`],
    ],
    ['signature fits', 'timestamp differs', 'signed fits'],
  ],
])('with signature and time, %s: %j', (reason, headers, wanted) => {
  expect(inShort(came(reason, headers, timed, rest))).toEqual(wanted);
});

test('how far a timestamp is from the arrival is told, on both sides, and nonsense has no date', () => {
  const lineOf = (value: number) =>
    came(
      'timestamp_outside_window',
      [
        ['X-Sign', hex],
        ['X-Time', `${value}`],
      ],
      timed,
      rest,
    )[1];
  expect(lineOf(seconds - 720)).toMatchObject({ apart: 720, sentAt: '2026-01-01T09:48:00.000Z' });
  expect(lineOf(seconds + 400)).toMatchObject({ apart: -400 });
  expect(lineOf(999_999_999_999)).not.toHaveProperty('sentAt');
});

const secretHeader = { verification: 'header', headerName: 'X-Key' } as const;
test.each<[Reason, [string, string][], string[]]>([
  ['verified', [['x-key', '•••']], ['header fits']],
  ['header_missing', [], ['header missing']],
  ['header_mismatch', [['X-Key', '•••']], ['header differs']],
  [
    'signature_mismatch',
    [
      ['X-Key', '•••'],
      ['X-Sign', hex],
    ],
    ['header fits', 'signature fits', 'signed differs'],
  ],
])('with a secret header, %s: %j', (reason, headers, wanted) => {
  expect(inShort(came(reason, headers, secretHeader, plain))).toEqual(wanted);
});

test('where nothing is asked for, nothing is said', () => {
  expect(came('verified', [], { verification: 'none' }, rest)).toEqual([]);
  expect(proofLines({ verdict: 'verified', receivedAt: at, headers: [] }, timed, undefined)).toEqual([]);
});

test('no part is said to fit that was the reason of the refusal', () => {
  for (const reason of rejectReasons) {
    const lines = came(
      reason,
      [
        ['X-Sign', hex],
        ['X-Time', `${seconds}`],
        ['X-Key', '•••'],
      ],
      timed,
      rest,
    );
    expect(lines.find(({ part }) => part === 'signed')?.came === 'fits').toBe(
      reason === 'timestamp_outside_window',
    );
  }
});
