import { expect, onTestFinished, test } from 'vitest';
import { startTunnelServer } from '../core/tunnels/testing/tunnel-server.ts';
import { startBithumanServer } from '../core/vendors/testing/bithuman-server.ts';
import { startUnithServer } from '../core/vendors/testing/unith-server.ts';
import { listen } from './testing/listen.ts';
import { startTestHost } from './testing/test-host.ts';

async function aWorld(options: Parameters<typeof startTestHost>[0] = {}) {
  const tunnel = await startTunnelServer();
  onTestFinished(() => tunnel.close());
  const bithuman = await startBithumanServer({ pauses: [20, 50] });
  onTestFinished(() => bithuman.close());
  const unith = await startUnithServer({ pauses: [20, 50, 100] });
  onTestFinished(() => unith.close());
  const host = await startTestHost({ ...options, options: { tunnelHost: tunnel.url, ...options.options } });
  onTestFinished(() => host.stop());
  return { tunnel, bithuman, unith, host };
}

test('one click: bitHuman', async () => {
  const { bithuman, host, tunnel } = await aWorld();
  const made = await host.get('endpoint.create', {
    vendor: 'bithuman',
    name: 'Agents',
    credentials: { apiSecret: bithuman.apiSecret },
    options: { apiBase: bithuman.url },
  });
  const done = await host.get('endpoint.register', { endpointId: made.id });
  expect(done.registration).toMatchObject({ state: 'registered', confirmedAt: expect.any(String) });
  expect(bithuman.webhooks).toMatchObject([{ url: done.publicUrl }]);
  expect((await host.get('settings.get', {})).tunnel).toBe('localtunnel');
  expect((await host.get('status.get', {})).tunnel).toMatchObject({
    state: 'connected',
    provider: 'localtunnel',
  });
  expect(tunnel.made()).toBe(1);
  const [entry] = await bithuman.deliver('agent.ready', { agent_id: 'A1', code: 'A1' });
  expect(entry).toMatchObject({ delivered: true, attempts: 1 });
});

test('one click: UNITH', async () => {
  const { unith, host } = await aWorld();
  const made = await host.get('endpoint.create', {
    vendor: 'unith',
    name: 'Desk',
    credentials: unith.account,
    options: { apiBase: unith.url, dataBase: unith.url },
  });
  const pushes = await listen(host);
  const done = await host.get('endpoint.register', { endpointId: made.id });
  expect(done.registration).toMatchObject({ state: 'registered' });
  expect(unith.registrations).toMatchObject([{ webhookUrl: done.publicUrl, startConversation: true }]);
  expect(await unith.send('start_conversation', 's1')).toEqual([200]);
  await pushes.until('feed', ({ kind }) => kind === 'session.started');
  unith.write('s1', [{ text: 'Hello', message_type: 'user_input', timestamp: '2026-03-04T05:06:07Z' }]);
  expect(await unith.send('end_conversation', 's1')).toEqual([200]);
  const chat = await pushes.until('feed', ({ kind }) => kind === 'chat.message');
  expect(chat).toMatchObject({ source: 'fetched', data: { role: 'user', text: 'Hello' }, deliveryId: null });
  pushes.close();
});
