import { describe, expect, it, test } from 'vitest';
import { PROOF_VALID_MS, type Status } from '../../../shared/status.ts';
import { shellEn } from '../words/en.ts';
import { pathState } from './path-state.ts';
import { noon, wholeStatus } from './testing.ts';

const { tunnel } = wholeStatus;
const stateOf = (given: Partial<Status>, now = noon) => pathState({ ...wholeStatus, ...given }, now, shellEn);

test.each<[string, Partial<Status>, string, string]>([
  ['all is whole', {}, 'connected', 'Connected'],
  [
    'the receiver failed, though the tunnel is proved',
    { receiver: { state: 'failed', url: '', reason: 'It died.' } },
    'offline',
    'This computer takes no deliveries',
  ],
  ['it stops', { receiver: { state: 'stopping', url: '' } }, 'offline', 'Stopping…'],
  [
    'the store takes nothing, though the tunnel is proved',
    { store: { state: 'failed', bytes: 0 } },
    'offline',
    'Deliveries cannot be kept',
  ],
  [
    'no way in was chosen',
    { tunnel: { ...tunnel, state: 'off' } },
    'offline',
    'There is no way in from the internet',
  ],
  ['it is opened', { tunnel: { ...tunnel, state: 'opening' } }, 'offline', 'The way in is being opened…'],
  ['it was lost', { tunnel: { ...tunnel, state: 'retrying' } }, 'offline', 'The way in is lost'],
  ['it failed', { tunnel: { ...tunnel, state: 'failed' } }, 'offline', 'The way in cannot be opened'],
  ['it is not proved', { tunnel: { ...tunnel, state: 'unproved' } }, 'unproved', 'The way in is not proved'],
  [
    'there never was a proof',
    { tunnel: { ...tunnel, lastProofAt: null } },
    'unproved',
    'The way in is not proved',
  ],
  [
    'the proof has no time',
    { tunnel: { ...tunnel, lastProofAt: '' } },
    'unproved',
    'The way in is not proved',
  ],
])('%s', (_what, given, is, words) => {
  expect(stateOf(given)).toMatchObject({ is, words });
});

describe('a proof', () => {
  const proofAt = Date.parse(tunnel.lastProofAt ?? '');

  it('tells when it will be too old', () => {
    expect(stateOf({}).changesAt).toBe(proofAt + PROOF_VALID_MS);
    expect(stateOf({}, proofAt - 60_000).changesAt).toBe(proofAt - 5_000);
    expect(stateOf({ store: { state: 'failed', bytes: 0 } }).changesAt).toBeUndefined();
  });

  it.each([
    [PROOF_VALID_MS - 1, 'connected'],
    [PROOF_VALID_MS, 'unproved'],
    [24 * 3_600_000, 'unproved'],
    [-4_000, 'connected'],
    [-3_600_000, 'unproved'],
  ])('%i ms old: %s', (age, is) => {
    expect(stateOf({}, proofAt + age).is).toBe(is);
  });
});
