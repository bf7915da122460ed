import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deliver, started } from './testing/deliver.ts';
import { listen } from './testing/listen.ts';
import { startTestHost, type TestHost } from './testing/test-host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.stop());

const unith = (name: string, more: object = {}) =>
  host.get('endpoint.create', { vendor: 'unith', name, ...more });

test('from creation to deletion; its history stays', async () => {
  const endpoint = await unith('Life', { secret: 'one' });
  expect((await deliver(endpoint, started(), { secret: 'one' })).status).toBe(200);
  expect((await deliver(endpoint, started(), { secret: 'two' })).status).toBe(401);
  expect((await deliver(endpoint, started())).status).toBe(401);

  await host.get('endpoint.update', { endpointId: endpoint.id, enabled: false });
  expect((await deliver(endpoint, started(), { secret: 'one' })).status).toBe(404);
  await host.get('endpoint.update', { endpointId: endpoint.id, enabled: true });

  await host.get('endpoint.setSecret', { endpointId: endpoint.id, secret: 'two' });
  // The vendor may not know the new one yet.
  expect((await deliver(endpoint, started(), { secret: 'one' })).status).toBe(200);
  expect((await deliver(endpoint, started(), { secret: 'two' })).status).toBe(200);

  expect(await host.get('endpoint.delete', { endpointId: endpoint.id })).toEqual({});
  expect((await deliver(endpoint, started(), { secret: 'two' })).status).toBe(404);
  expect(await host.call('endpoint.delete', { endpointId: endpoint.id })).toMatchObject({
    error: { code: 'not_found' },
  });
  const { deliveries } = await host.get('delivery.list', { endpointId: endpoint.id });
  expect(deliveries.map(({ verdict }) => verdict)).toEqual([
    'verified',
    'verified',
    'rejected',
    'rejected',
    'verified',
  ]);
  expect((await host.get('feed.page', { endpointId: endpoint.id })).events).toHaveLength(3);
});

test('with a header and a secret, the header must match and a signature that is there must verify', async () => {
  const header = { name: 'X-Greenroom-Key', value: 'open sesame' };
  const endpoint = await unith('Both', { secret: 's', header });
  expect(endpoint).toMatchObject({ verification: 'header', headerName: 'X-Greenroom-Key', hasSecret: true });
  const right: [string, string] = ['x-greenroom-key', 'open sesame'];
  expect((await deliver(endpoint, started(), { header: right })).status).toBe(200);
  expect((await deliver(endpoint, started(), { header: right, secret: 's' })).status).toBe(200);
  expect((await deliver(endpoint, started(), { header: right, secret: 'wrong' })).status).toBe(401);
  expect(
    (await deliver(endpoint, started(), { header: ['x-greenroom-key', 'wrong'], secret: 's' })).status,
  ).toBe(401);
  expect((await deliver(endpoint, started(), { secret: 's' })).status).toBe(401);
  const { deliveries } = await host.get('delivery.list', { endpointId: endpoint.id, limit: 5 });
  expect(deliveries.map(({ reason }) => reason)).toEqual([
    'header_missing',
    'header_mismatch',
    'signature_mismatch',
    undefined,
    undefined,
  ]);
  for (const { id: deliveryId } of deliveries) {
    const { headers } = await host.get('delivery.get', { deliveryId });
    expect(JSON.stringify(headers)).not.toContain('open sesame');
  }
});

test('what was refused is checked again after the secret was set: counted first, then taken', async () => {
  const endpoint = await unith('Late');
  for (const id of ['x', 'y']) await deliver(endpoint, started(id), { secret: 'right' });
  await deliver(endpoint, started('z'), { secret: 'wrong' });
  const recheck = (apply: boolean) => host.get('delivery.recheck', { endpointId: endpoint.id, apply });
  expect(await recheck(true)).toEqual({ checked: 3, verified: 0 });
  await host.get('endpoint.setSecret', { endpointId: endpoint.id, secret: 'right' });
  const listener = await listen(host);
  expect(await recheck(false)).toEqual({ checked: 3, verified: 2 });
  expect((await host.get('feed.page', { endpointId: endpoint.id })).events).toEqual([]);
  expect(await recheck(true)).toEqual({ checked: 3, verified: 2 });
  await listener.until('feed', ({ endpointId }) => endpointId === endpoint.id);
  listener.close();
  const { events } = await host.get('feed.page', { endpointId: endpoint.id });
  expect(events.map(({ late, kind }) => [late, kind])).toEqual([
    [true, 'session.started'],
    [true, 'session.started'],
  ]);
  const { deliveries } = await host.get('delivery.list', { endpointId: endpoint.id });
  expect(deliveries.map(({ verdict, late }) => [verdict, late])).toEqual([
    ['rejected', undefined],
    ['verified', true],
    ['verified', true],
  ]);
  expect(await recheck(true)).toEqual({ checked: 1, verified: 0 });
});

describe('names', () => {
  test.each(['ü', '<b>&"\'', '‮evil', '名前', '👩‍🚀', 'a'.repeat(80), '__proto__', '%00'])(
    '%j is kept as given',
    async (name) => {
      const endpoint = await unith(name);
      expect(endpoint.name).toBe(name);
      const { endpoints } = await host.get('endpoint.list', {});
      expect(endpoints.at(-1)).toEqual(endpoint);
    },
  );

  test.each(['', '   ', 'a'.repeat(81), 'a\nb', 'a\u0000b', '\u007f', '\u0085'])(
    '%j is refused',
    async (name) => {
      expect(await host.call('endpoint.create', { vendor: 'unith', name })).toMatchObject({
        error: { code: 'bad_input', message: expect.stringMatching(/^name: /) },
      });
    },
  );
});

describe('headers', () => {
  const create = (name: string, value: string) =>
    host.call('endpoint.create', { vendor: 'unith', name: 'H', header: { name, value } });

  test('that could prove nothing are refused', async () => {
    const refused = [
      ['', 'v'],
      ['a b', 'v'],
      ['a:', 'v'],
      ['ü', 'v'],
      ['x\r\ny', 'v'],
      ['Host', 'v'],
      ['content-length', 'v'],
      ['Transfer-Encoding', 'v'],
      ['X-Greenroom-Sample', 'v'],
      ['n'.repeat(101), 'v'],
      ['x', ''],
      ['x', ' v'],
      ['x', 'v '],
      ['x', 'a\r\nb'],
      ['x', 'ü'],
      ['x', 'v'.repeat(4097)],
    ] as const;
    for (const [name, value] of refused) {
      expect(await create(name, value)).toMatchObject({
        error: { code: 'bad_input', message: expect.stringMatching(/^header\.(name|value): /) },
      });
    }
  });

  test.each([
    ['Authorization', 'Bearer a.b-c'],
    ['X-Key', '!'],
    ['x_key', 'a b  c'],
    ['1', '~'.repeat(4096)],
  ])('%s proves deliveries', async (name, value) => {
    const reply = await create(name, value);
    if (!reply.ok) throw new Error(reply.error.message);
    expect((await deliver(reply.value, started(), { header: [name, value] })).status).toBe(200);
    expect((await deliver(reply.value, started(), { header: [name, `${value}x`] })).status).toBe(401);
  });
});

test('options are checked, and hold no password', async () => {
  const create = (options: object) => host.call('endpoint.create', { vendor: 'unith', name: 'O', options });
  for (const apiBase of [
    'nonsense',
    'http://example.org',
    'https://u:p@example.org',
    'file:///etc',
    'http://127.evil.com',
    '',
  ]) {
    expect(await create({ apiBase })).toMatchObject({ error: { code: 'bad_input' } });
  }
  const options = {
    apiBase: 'https://example.org/api',
    dataBase: 'http://127.0.0.1:9/',
    headId: 'h',
    events: ['a', 'b'],
  };
  expect(await create(options)).toMatchObject({ value: { options } });
});

test('opened with another key: 503 and word to the user, until the secret is entered again', async () => {
  const first = await startTestHost({ key: 'a first key of thirty-two letters' });
  const made = await first.get('endpoint.create', { vendor: 'unith', name: 'Moved', secret: 's' });
  await first.stop();
  const second = await startTestHost({ key: 'another key of thirty-two letters', dataDir: first.dataDir });
  try {
    const [endpoint] = (await second.get('endpoint.list', {})).endpoints;
    expect(endpoint).toMatchObject({ id: made.id, hasSecret: true, secretUnreadable: true });
    const listener = await listen(second);
    const refused = await deliver(endpoint ?? made, started(), { secret: 's' });
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([503, expect.any(Number)]);
    const notice = await listener.until('notice');
    expect(notice).toMatchObject({ code: 'secret_unreadable', endpointId: made.id, level: 'error' });
    expect((await second.get('notice.list', {})).notices).toEqual([notice]);
    expect(await second.call('sample.send', { endpointId: made.id })).toMatchObject({
      error: { code: 'secret_unreadable' },
    });
    await deliver(endpoint ?? made, started(), { secret: 's' });
    const healed = await second.get('endpoint.setSecret', { endpointId: made.id, secret: 's2' });
    expect(healed).not.toHaveProperty('secretUnreadable');
    expect((await deliver(healed, started(), { secret: 's2' })).status).toBe(200);
    // The second refusal within the hour was no news.
    expect((await second.get('notice.list', {})).notices).toHaveLength(1);
    listener.close();
  } finally {
    await second.stop();
  }
});

describe('samples', () => {
  const header = { name: 'X-Key', value: 'v' };
  test.each([
    ['unith', { secret: 's' }],
    ['unith', { verification: 'none' as const }],
    ['bithuman', { secret: 'whsec_s' }],
    ['bithuman', { header, secret: 's' }],
    ['bithuman-dashboard', { header }],
    ['bithuman-dashboard', { secret: 's' }],
    ['bithuman-dashboard', { header, secret: 's' }],
  ])('of %s with %j arrive as their kind', async (vendor, given) => {
    const { vendors } = await host.get('vendor.list', {});
    const kinds = vendors.find(({ id }) => id === vendor)?.sampleKinds ?? [];
    const { id: endpointId } = await host.get('endpoint.create', { vendor, name: 'S', ...given });
    for (const kind of [undefined, ...kinds, ...kinds]) {
      const { deliveryId } = await host.get('sample.send', { endpointId, ...(kind && { kind }) });
      const delivery = await host.get('delivery.get', { deliveryId });
      expect(delivery).toMatchObject({
        endpointId,
        sample: true,
        status: 200,
        kind: kind ?? kinds[0],
        verdict: 'verification' in given ? 'unproved' : 'verified',
        eventSeqs: [expect.any(Number)],
      });
      expect(JSON.stringify(delivery.headers).toLowerCase()).not.toContain('greenroom-sample');
    }
    const { events } = await host.get('feed.page', { endpointId });
    expect(events).toHaveLength(1 + 2 * kinds.length);
    expect(new Set(events.map(({ source }) => source))).toEqual(new Set(['sample']));
  });

  test('need a secret, an open endpoint and a kind that its vendor sends', async () => {
    const { id: endpointId } = await unith('Bare');
    const send = (kind?: 'chat.message' | 'gap') =>
      host.call('sample.send', { endpointId, ...(kind && { kind }) });
    expect(await send()).toMatchObject({ error: { code: 'no_secret' } });
    await host.get('endpoint.setSecret', { endpointId, credentials: { bearer: 'b' } });
    expect(await send()).toMatchObject({ error: { code: 'no_secret' } });
    await host.get('endpoint.setSecret', { endpointId, secret: 's' });
    for (const kind of ['chat.message', 'gap'] as const) {
      expect(await send(kind)).toMatchObject({
        error: { code: 'bad_input', message: expect.stringContaining('session.idle') },
      });
    }
    expect((await send()).ok).toBe(true);
    await host.get('endpoint.update', { endpointId, enabled: false });
    expect(await send()).toMatchObject({
      error: { code: 'bad_input', message: expect.stringContaining('switched off') },
    });
  });

  test('cannot be made by a stranger', async () => {
    const endpoint = await unith('Strange', { verification: 'none' });
    await deliver(endpoint, started(), {
      header: ['x-greenroom-sample', `${'0'.repeat(24)}.${'0'.repeat(64)}`],
    });
    const { events } = await host.get('feed.page', { endpointId: endpoint.id });
    expect(events.map(({ source }) => source)).toEqual(['delivery']);
  });
});

test('no file of the data folder holds a secret in the clear', async () => {
  const secret = 'plain-to-see-4711';
  const { id: endpointId } = await unith('Files', {
    secret,
    header: { name: 'X-K', value: secret },
    credentials: { bearer: secret },
  });
  await host.get('sample.send', { endpointId });
  const files = [
    'config.json',
    'secrets.json',
    'greenroom.log',
    'greenroom.db',
    'greenroom.db-wal',
    'host.json',
  ];
  for (const file of files) expect(readFileSync(join(host.dataDir, file)).includes(secret)).toBe(false);
});
