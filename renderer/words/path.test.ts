import { expect, test } from 'vitest';
import { PROOF_VALID_MS, type Status, type TunnelStatus } from '../../shared/status.ts';
import { aStatus } from '../stores/testing.ts';
import { describePath, type HopState } from './path.ts';

const now = Date.parse('2026-01-01T12:00:00.000Z');

function status(more: Partial<Status> = {}, tunnel: Partial<TunnelStatus> = {}): Status {
  return aStatus({
    tunnel: { state: 'off', provider: 'off', publicUrl: null, lastProofAt: null, ...tunnel },
    ...more,
  });
}

const proofs = { lastProofAt: '2026-01-01T11:59:48.000Z', roundTripMs: 84 };
const lost = { nextTryAt: '2026-01-01T12:00:05.000Z', reason: 'The server is away' };

/** The hops in the order of a delivery's way: vendor, tunnel, here, kept. */
const table: [Status, string, string, HopState[]][] = [
  [status(), 'No public way in yet', 'Ready on this computer', ['unknown', 'none', 'ok', 'ok']],
  [
    status({}, { state: 'opening' }),
    'Opening the tunnel…',
    'Ready on this computer',
    ['unknown', 'busy', 'ok', 'ok'],
  ],
  [
    status({}, { state: 'connected', ...proofs }),
    'Connected',
    'Proved 12 s ago · 84 ms round trip',
    ['ok', 'ok', 'ok', 'ok'],
  ],
  [
    status({}, { state: 'unproved' }),
    'Not proved',
    'The tunnel is open, but no test call came back.',
    ['unknown', 'broken', 'ok', 'ok'],
  ],
  [
    status({}, { state: 'retrying', ...lost }),
    'Tunnel lost',
    'The server is away · Next try in 5 s',
    ['unknown', 'broken', 'ok', 'ok'],
  ],
  [
    status({}, { state: 'failed' }),
    'Tunnel failed',
    'No way in from the internet',
    ['unknown', 'broken', 'ok', 'ok'],
  ],
  [
    status(
      { store: { state: 'failed', reason: 'The disk is full.', bytes: 0 } },
      { state: 'connected', ...proofs },
    ),
    'Cannot write to disk',
    'The disk is full.',
    ['unknown', 'unknown', 'ok', 'broken'],
  ],
  [
    status({ receiver: { state: 'failed', url: '' } }, { state: 'connected', ...proofs }),
    'Cannot receive',
    'Restart Greenroom.',
    ['unknown', 'unknown', 'broken', 'unknown'],
  ],
];

test.each(table)('%# the first broken hop decides', (told, title, line, hops) => {
  const words = describePath(told, 'up', now);
  expect(words).toMatchObject({ title, line });
  expect([words.hops.vendor, words.hops.tunnel, words.hops.here, words.hops.kept]).toEqual(hops);
});

test('an old status is not shown as the truth', () => {
  const connected = status({}, { state: 'connected', ...proofs });
  expect(describePath(connected, 'down', now).title).toBe('Greenroom is not running');
  expect(describePath(connected, 'opening', now).title).toBe('Connecting…');
  expect(describePath(null, 'up', now).title).toBe('Connecting…');
});

test('a proof grows old, though no push says so', () => {
  const connected = status({}, { state: 'connected', ...proofs });
  const proof = Date.parse(proofs.lastProofAt);
  expect(describePath(connected, 'up', proof + PROOF_VALID_MS).title).toBe('Connected');
  expect(describePath(connected, 'up', proof + PROOF_VALID_MS + 1)).toMatchObject({
    title: 'Not proved',
    line: 'The last proof came 1 min ago.',
    tone: 'warn',
    hops: { vendor: 'unknown', tunnel: 'broken' },
  });
  expect(describePath(status({}, { state: 'connected' }), 'up', now).title).toBe('Not proved');
});

test('a way that is whole says nothing of vendors that do not know it', () => {
  const connected = status({}, { state: 'connected', ...proofs });
  expect(describePath(connected, 'up', now, 'none').hops.vendor).toBe('none');
  expect(describePath(connected, 'up', now, 'broken')).toMatchObject({ tone: 'warn' });
  expect(describePath(status({}, { state: 'failed' }), 'up', now, 'ok').hops.vendor).toBe('unknown');
});

test('nothing but a proof is called connected', () => {
  for (const state of ['off', 'opening', 'unproved', 'retrying', 'failed'] as const) {
    const words = describePath(status({}, { state }), 'up', now);
    expect(words.title).not.toBe('Connected');
    expect(words.tone).not.toBe('good');
  }
});
