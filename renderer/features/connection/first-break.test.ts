import { expect, test } from 'vitest';
import type { Endpoint, Registration } from '../../../shared/endpoints.ts';
import { PROOF_VALID_MS, type Status, type TunnelStatus } from '../../../shared/status.ts';
import { aStatus } from '../../stores/testing.ts';
import { type Fix, findFirstBreak } from './first-break.ts';

const now = Date.parse('2026-01-01T12:00:00.000Z');
const proof = '2026-01-01T11:59:50.000Z';

function status(tunnel: Partial<TunnelStatus> = {}, more: Partial<Status> = {}): Status {
  return aStatus({
    tunnel: {
      state: 'connected',
      provider: 'localtunnel',
      publicUrl: 'https://x.example',
      lastProofAt: proof,
      ...tunnel,
    },
    ...more,
  });
}

const endpoint = (id: string, registration: Registration, more: Partial<Endpoint> = {}) =>
  ({ id, name: id, enabled: true, registration, ...more }) as Endpoint;
const registered = endpoint('a', { state: 'registered' });

const find = (told: Status | null, endpoints: Endpoint[] = [registered], isOverridden = false) =>
  findFirstBreak({ status: told, link: 'up', endpoints, isOverridden, now });

test.each<[string, Status, Fix['do'] | undefined]>([
  ['all is well', status(), undefined],
  ['off', status({ state: 'off' }), 'choose'],
  ['opening', status({ state: 'opening' }), undefined],
  ['unproved', status({ state: 'unproved' }), 'retry'],
  ['lost', status({ state: 'retrying', code: 'tunnel_down' }), 'retry'],
  ['lost without a code', status({ state: 'retrying' }), 'retry'],
  ['asked to wait', status({ state: 'retrying', code: 'tunnel_rate_limited' }), 'choose'],
  ['no token', status({ state: 'failed', code: 'token_missing' }), 'token'],
  ['wrong token', status({ state: 'failed', code: 'token_refused' }), 'token'],
  ['no program', status({ state: 'failed', code: 'program_missing' }), 'choose'],
  ['full disk', status({}, { store: { state: 'failed', bytes: 0 } }), 'settings'],
  ['no receiver', status({}, { receiver: { state: 'failed', url: '' } }), undefined],
])('%s: one button', (_, told, fix) => {
  expect(find(told).fix?.do).toBe(fix);
});

test('the disk comes before the way in, and the way in before the vendors', () => {
  const failed = endpoint('b', { state: 'failed', error: { code: 'vendor_refused', message: '' } });
  const broken = status({ state: 'failed' }, { store: { state: 'failed', bytes: 0 } });
  expect(find(broken, [failed]).fix?.do).toBe('settings');
  expect(find(status({ state: 'failed' }), [failed]).fix?.do).toBe('retry');
  expect(find(status(), [registered, failed]).fix).toEqual({ do: 'endpoint', endpointId: 'b' });
});

test('only what is proved now is called connected', () => {
  expect(find(status()).tone).toBe('good');
  expect(find(null).tone).not.toBe('good');
  const old = new Date(now - PROOF_VALID_MS - 1).toISOString();
  expect(find(status({ lastProofAt: old }))).toMatchObject({ tone: 'warn', fix: { do: 'retry' } });
  for (const link of ['opening', 'down', 'locked'] as const) {
    const told = findFirstBreak({
      status: status(),
      link,
      endpoints: [registered],
      isOverridden: false,
      now,
    });
    expect(told.tone).not.toBe('good');
  }
});

test.each<[string, Endpoint[], Fix | undefined]>([
  ['none made', [], { do: 'create' }],
  ['none connected', [endpoint('a', { state: 'none' })], { do: 'endpoint', endpointId: 'a' }],
  ['one connected is enough', [endpoint('b', { state: 'none' }), registered], undefined],
  [
    'a switched off one does not count',
    [endpoint('b', { state: 'none' }, { enabled: false })],
    { do: 'create' },
  ],
  ['one waits', [registered, endpoint('b', { state: 'pending' })], { do: 'endpoint', endpointId: 'b' }],
  [
    'one is tried again by itself',
    [
      endpoint('b', {
        state: 'pending',
        error: { code: 'vendor_failed', message: '' },
        nextTryAt: '2026-01-01T12:00:09.000Z',
      }),
    ],
    { do: 'register', endpointId: 'b' },
  ],
  [
    'one has an old address',
    [endpoint('b', { state: 'pending', error: { code: 'address_changed', message: '' } })],
    { do: 'endpoint', endpointId: 'b' },
  ],
])('vendors: %s', (_, endpoints, fix) => {
  expect(find(status(), endpoints).fix).toEqual(fix);
});

test('a run that was started without a way in is not offered one that it would refuse', () => {
  expect(find(status({ state: 'off' }), [registered], true).fix).toBeUndefined();
});
