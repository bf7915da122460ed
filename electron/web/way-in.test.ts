import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { TunnelStatus } from '../../shared/status.ts';
import { startTunnelServer } from '../core/tunnels/testing/tunnel-server.ts';
import { post } from '../core/vendors/testing/vendor-server.ts';
import { listen } from './testing/listen.ts';
import { startTestHost } from './testing/test-host.ts';
import { startWorld } from './testing/world.ts';

const isConnected = ({ tunnel }: { tunnel: TunnelStatus }) => tunnel.state === 'connected';

test('the tunnel server goes and comes back: the state says so, and the vendor is told of the new address', async () => {
  const { tunnel, bithuman, start, bithumanEndpoint } = await startWorld();
  const host = await start();
  const { id: endpointId } = await bithumanEndpoint(host);
  const before = await host.get('endpoint.register', { endpointId });
  const [old] = bithuman.webhooks.map((webhook) => ({ ...webhook }));
  const pushes = await listen(host);
  tunnel.rename(true);
  await tunnel.stop();
  const lost = await pushes.until('status', ({ tunnel }) => tunnel.state === 'retrying');
  expect(lost.tunnel).toMatchObject({
    publicUrl: null,
    reason: expect.any(String),
    nextTryAt: expect.any(String),
  });
  expect(lost.tunnel.lastProofAt).not.toBeNull();
  await pushes.until('notice', ({ code }) => code === 'tunnel_lost');
  await tunnel.restart();
  const after = await pushes.until(
    'endpoint',
    (one) =>
      'key' in one &&
      one.registration.state === 'registered' &&
      one.publicUrl !== null &&
      one.publicUrl !== before.publicUrl,
  );
  await pushes.until('notice', ({ code }) => code === 'tunnel_back');
  await expect
    .poll(() => bithuman.webhooks.map(({ url }) => url))
    .toEqual(['publicUrl' in after && after.publicUrl]);
  // A retry that was signed before the change.
  const { url } = bithuman.webhooks[0] ?? { url: '' };
  const late = await bithuman.attempt({ id: old?.id ?? '', url, secret: old?.secret ?? '' }, 'agent.ready', {
    code: 'A',
  });
  expect(late).toMatchObject({ delivered: true, attempts: 1 });
  pushes.close();
});

test('asked for the same name again, it is the same address: no vendor is told anything', async () => {
  const { tunnel, bithuman, start, bithumanEndpoint } = await startWorld();
  const host = await start();
  const { id: endpointId } = await bithumanEndpoint(host);
  const before = await host.get('endpoint.register', { endpointId });
  const creates = () =>
    bithuman.seen.filter(({ method, path }) => method === 'POST' && path === '/v1/webhooks').length;
  const pushes = await listen(host);
  tunnel.reset();
  await tunnel.stop();
  await pushes.until('status', ({ tunnel }) => tunnel.state === 'retrying');
  await tunnel.restart();
  const lostAt = pushes.heard.length;
  await expect
    .poll(
      () => pushes.heard.slice(lostAt).some(({ name, value }) => name === 'status' && isConnected(value)),
      { timeout: 15_000 },
    )
    .toBe(true);
  const [endpoint] = (await host.get('endpoint.list', {})).endpoints;
  expect(endpoint).toMatchObject({ publicUrl: before.publicUrl, registration: { state: 'registered' } });
  expect(creates()).toBe(1);
  pushes.close();
});

test('without any way out the app is up and says so, and connects by itself when there is one', async () => {
  const port = await freePort();
  const host = await startTestHost({
    options: { tunnel: 'localtunnel', tunnelHost: `http://127.0.0.1:${port}` },
  });
  onTestFinished(() => host.stop());
  const pushes = await listen(host);
  const said = await pushes.until('status', ({ tunnel }) => tunnel.state === 'retrying');
  expect(said.tunnel).toMatchObject({ code: 'tunnel_down', publicUrl: null, lastProofAt: null });
  const server = await startTunnelServer(port);
  onTestFinished(() => server.close());
  await pushes.until('status', isConnected);
  pushes.close();
});

test('a tunnel server that refuses is left alone for a while', async () => {
  const { tunnel, start } = await startWorld();
  tunnel.refuse(429);
  const host = await start({ options: { tunnel: 'localtunnel' } });
  const pushes = await listen(host);
  const { tunnel: said } = await pushes.until('status', ({ tunnel }) => tunnel.state === 'retrying');
  expect(said.code).toBe('tunnel_rate_limited');
  expect(Date.parse(said.nextTryAt ?? '') - Date.now()).toBeGreaterThan(50_000);
  pushes.close();
});

test.each([
  ['an address of one’s own that leads here is proved', 'here', 'connected'],
  ['one that leads elsewhere is not', 'elsewhere', 'unproved'],
] as const)('%s', async (_, to, state) => {
  const stranger = createServer((_request, response) => response.writeHead(200).end('hello'));
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void stranger.close());
  const receiverPort = await freePort();
  const elsewhere = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
  const publicUrl = to === 'here' ? `http://127.0.0.1:${receiverPort}` : elsewhere;
  const host = await startTestHost({ options: { receiverPort, tunnel: 'url', publicUrl } });
  onTestFinished(() => host.stop());
  const pushes = await listen(host);
  const said = await pushes.until(
    'status',
    ({ tunnel }) => tunnel.state === state && (state === 'connected' || tunnel.reason !== 'Not proved yet.'),
  );
  expect(said.tunnel).toMatchObject({ provider: 'url', publicUrl });
  expect('lastProofAt' in said.tunnel && said.tunnel.lastProofAt === null).toBe(to === 'elsewhere');
  pushes.close();
});

test('on quit, what leads to an address that will be gone is taken back; kept where the user says so', async () => {
  const { bithuman, start, bithumanEndpoint } = await startWorld();
  const first = await start();
  const { id: endpointId } = await bithumanEndpoint(first);
  await first.get('endpoint.register', { endpointId });
  await first.stop();
  expect(bithuman.webhooks).toEqual([]);

  const second = await start({ dataDir: first.dataDir });
  const pushes = await listen(second);
  await pushes.until('endpoint', (one) => 'key' in one && one.registration.state === 'registered');
  pushes.close();
  await second.get('settings.set', { registrationsOnQuit: 'keep' });
  await second.stop();
  expect(bithuman.webhooks).toHaveLength(1);
  const kept = bithuman.webhooks[0]?.id;

  const third = await start({ dataDir: first.dataDir });
  const again = await listen(third);
  await again.until('feed', ({ kind }) => kind === 'endpoint.test');
  await again.until('endpoint', (one) => 'key' in one && one.registration.state === 'registered');
  expect(bithuman.webhooks.map(({ id }) => id)).toEqual([kept]);
  again.close();
});

test('while it stops, public callers hear 503 at once, none hangs, and the tunnel is gone before the end', async () => {
  const { tunnel, start, bithumanEndpoint } = await startWorld();
  const host = await start();
  const { id: endpointId } = await bithumanEndpoint(host);
  const { publicUrl } = await host.get('endpoint.register', { endpointId });
  await host.get('settings.set', { registrationsOnQuit: 'keep' });
  const heard: (number | null)[] = [];
  let isOver = false;
  const calls = Array.from({ length: 3 }, async () => {
    while (!isOver) heard.push(await post(publicUrl ?? '', {}, Buffer.from('{}'), 5_000));
  });
  await expect.poll(() => heard.length).toBeGreaterThan(3);
  await host.stop();
  // This process lives on: what is closed was closed by the host's stop.
  await expect.poll(() => tunnel.open()).toEqual([]);
  isOver = true;
  await Promise.all(calls);
  expect(heard).toContain(503);
  // Unsigned, so refused before; and nobody there after the tunnel was closed.
  expect([401, 503, null]).toEqual(expect.arrayContaining([...new Set(heard)]));
});

test('what was missed while the app was closed is fetched, and the gap is shown', async () => {
  const { unith, start, unithEndpoint } = await startWorld();
  const first = await start();
  const { id: endpointId } = await unithEndpoint(first);
  await first.get('endpoint.register', { endpointId });
  await first.stop();
  const now = Date.now();
  const at = (ms: number) => new Date(now + ms).toISOString();
  unith.converse({ session_id: 'missed', start_time: at(5), end_time: at(15) });
  unith.converse({ session_id: 'old', start_time: '2020-01-01T00:00:00Z', end_time: '2020-01-01T00:01:00Z' });
  unith.write('missed', [{ text: 'Anybody there?', message_type: 'user_input', timestamp: at(10) }]);

  const second = await start({ dataDir: first.dataDir });
  const pushes = await listen(second);
  const gap = await pushes.until('feed', ({ kind }) => kind === 'gap');
  expect(gap).toMatchObject({
    source: 'app',
    endpointId,
    data: { from: expect.any(String), to: expect.any(String), recovered: 2, cause: 'closed' },
  });
  await pushes.until('notice', ({ code }) => code === 'gap_found');
  await pushes.until('feed', ({ kind, source }) => kind === 'chat.message' && source === 'fetched');
  const { sessions } = await second.get('session.list', {});
  expect(sessions).toMatchObject([{ vendorSessionId: 'missed', state: 'ended', messages: 1 }]);
  pushes.close();
});

test('a vendor that nobody can ask leaves a gap that says so', async () => {
  const { tunnel, bithuman, start } = await startWorld();
  const host = await start();
  const header = { name: 'X-Greenroom-Key', value: 'v' };
  const { id: endpointId } = await host.get('endpoint.create', {
    vendor: 'bithuman-dashboard',
    name: 'Rooms',
    header,
  });
  const { publicUrl } = await host.get('endpoint.register', { endpointId });
  Object.assign(bithuman.dashboard, { url: publicUrl, headers: { [header.name]: header.value } });
  expect(await bithuman.push('test', {}, { test: true })).toBe(200);
  const pushes = await listen(host);
  tunnel.rename(true);
  await tunnel.stop();
  await pushes.until('status', ({ tunnel }) => tunnel.state === 'retrying');
  await tunnel.restart();
  const changed = await pushes.until(
    'endpoint',
    (one) => 'key' in one && one.registration.error?.code === 'address_changed',
  );
  expect(changed).toMatchObject({ registration: { state: 'pending' } });
  await pushes.until('notice', ({ code }) => code === 'address_changed');
  const gap = await pushes.until('feed', ({ kind }) => kind === 'gap');
  expect(gap.data).toMatchObject({ recovered: 0, cause: 'path' });
  expect(gap.data).not.toHaveProperty('missed');
  pushes.close();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
