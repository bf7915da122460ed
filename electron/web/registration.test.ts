import { describe, expect, test } from 'vitest';
import { deliver } from './testing/deliver.ts';
import { listen } from './testing/listen.ts';
import { startWorld } from './testing/world.ts';

const failed = (code: string) => ({ ok: false, error: { code, message: expect.any(String) } });

describe('bitHuman', () => {
  test('one click: the way in opens, the vendor has our URL, its test has arrived', async () => {
    const { bithuman, tunnel, start, bithumanEndpoint } = await startWorld();
    const host = await start();
    const { id } = await bithumanEndpoint(host);
    const pushes = await listen(host);
    const { registration, publicUrl, hasSecret } = await host.get('endpoint.register', { endpointId: id });
    expect(registration).toEqual({
      state: 'registered',
      confirmedAt: expect.any(String),
      registeredAt: expect.any(String),
      url: publicUrl,
    });
    expect(hasSecret).toBe(true);
    expect(bithuman.webhooks).toMatchObject([{ url: publicUrl, events: [] }]);
    expect((await host.get('settings.get', {})).tunnel).toBe('localtunnel');
    expect((await host.get('status.get', {})).tunnel).toMatchObject({
      state: 'connected',
      provider: 'localtunnel',
      lastProofAt: expect.any(String),
    });
    expect(tunnel.made()).toBe(1);
    await pushes.until('feed', ({ kind, source }) => kind === 'endpoint.test' && source === 'delivery');
    const steps = pushes.heard.flatMap(({ name, value }) =>
      name === 'endpoint' && 'registration' in value ? [value.registration.steps] : [],
    );
    expect(steps).toContainEqual(expect.arrayContaining([{ step: 'create', state: 'doing' }]));
    const [entry] = await bithuman.deliver('agent.ready', { agent_id: 'A1', code: 'A1' });
    expect(entry).toMatchObject({ delivered: true, attempts: 1 });
    const { entries } = await host.get('registration.log', { endpointId: id });
    expect(entries.map(({ type, delivered }) => [type, delivered])).toEqual([
      ['agent.ready', true],
      ['ping', true],
    ]);
    pushes.close();
  });

  test('registered twice, there is one; tested again, it is confirmed anew', async () => {
    const { bithuman, start, bithumanEndpoint } = await startWorld();
    const host = await start();
    const { id: endpointId } = await bithumanEndpoint(host);
    const first = await host.get('endpoint.register', { endpointId });
    await host.get('endpoint.register', { endpointId });
    const tested = await host.get('endpoint.test', { endpointId });
    expect(bithuman.webhooks).toHaveLength(1);
    expect(tested.registration.confirmedAt).not.toBe(first.registration.confirmedAt);
  });

  test('taken back, and taken back with its endpoint; others’ stay, and are listed', async () => {
    const { bithuman, start, bithumanEndpoint } = await startWorld();
    const host = await start();
    const theirs = { url: 'https://other.example/hooks/theirs', events: [], description: '', active: true };
    const now = new Date().toISOString();
    bithuman.webhooks.push({ ...theirs, id: 'wh_x', created_at: now, updated_at: now, secret: 's' });
    const { id: endpointId } = await bithumanEndpoint(host);
    await host.get('endpoint.register', { endpointId });
    expect((await host.get('registration.others', { endpointId })).others).toEqual([
      { ref: 'wh_x', url: theirs.url, createdAt: now },
    ]);
    const taken = await host.get('endpoint.unregister', { endpointId });
    expect(taken.registration).toEqual({ state: 'none' });
    expect(bithuman.webhooks.map(({ id }) => id)).toEqual(['wh_x']);

    await host.get('endpoint.register', { endpointId });
    const mine = bithuman.webhooks.find(({ id }) => id !== 'wh_x')?.id ?? '';
    expect(await host.call('registration.removeOther', { endpointId, ref: mine })).toMatchObject(
      failed('not_found'),
    );
    await host.get('endpoint.delete', { endpointId });
    await expect.poll(() => bithuman.webhooks.map(({ id }) => id)).toEqual(['wh_x']);
  });

  test('a wrong key is said, and a right one is used at once', async () => {
    const { bithuman, start, bithumanEndpoint } = await startWorld();
    const host = await start();
    bithuman.revoke(true);
    const { id: endpointId } = await bithumanEndpoint(host);
    expect(await host.call('endpoint.register', { endpointId })).toMatchObject(failed('vendor_unauthorized'));
    const [shown] = (await host.get('endpoint.list', {})).endpoints;
    expect(shown?.registration).toMatchObject({
      state: 'failed',
      error: { code: 'vendor_unauthorized' },
      steps: expect.arrayContaining([{ step: 'access', state: 'failed' }]),
    });
    bithuman.revoke(false);
    const pushes = await listen(host);
    const { apiSecret } = bithuman;
    await host.get('endpoint.setSecret', { endpointId, credentials: { apiSecret } });
    await pushes.until('endpoint', (one) => 'registration' in one && one.registration.state === 'registered');
    pushes.close();
  });

  test('a way in that was never chosen is opened by a person’s word alone', async () => {
    const { start, bithumanEndpoint } = await startWorld();
    const host = await start({ options: { tunnel: 'off' } });
    const { id: endpointId } = await bithumanEndpoint(host);
    expect(await host.call('endpoint.register', { endpointId })).toMatchObject(failed('tunnel_off'));
    expect((await host.get('settings.get', {})).tunnel).toBe('off');
  });

  test('no credentials, no guess', async () => {
    const { start } = await startWorld();
    const host = await start();
    const { id: endpointId } = await host.get('endpoint.create', { vendor: 'bithuman', name: 'x' });
    expect(await host.call('endpoint.register', { endpointId })).toMatchObject(failed('no_credentials'));
  });
});

describe('UNITH', () => {
  test('one click: events on first, one registration, its key read back, our own test has arrived', async () => {
    const { unith, start, unithEndpoint } = await startWorld();
    const host = await start();
    const { id: endpointId } = await unithEndpoint(host);
    const { registration, publicUrl, options } = await host.get('endpoint.register', { endpointId });
    expect(registration).toMatchObject({ state: 'registered', url: publicUrl });
    expect(options.headId).toBe(unith.heads[0]?.id);
    expect(unith.registrations).toMatchObject([
      {
        webhookUrl: publicUrl,
        startConversation: true,
        endConversation: true,
        timeoutConversation: true,
        inactivityWarning: true,
      },
    ]);
    const calls = unith.seen.map(({ method, path }) => `${method} ${path.replace(/[0-9a-f-]{36}/, 'ID')}`);
    expect(calls.indexOf('PUT /head/ID/enable-events')).toBeLessThan(calls.indexOf('POST /head-events'));
    expect(await unith.send('start_conversation', 's1')).toEqual([200]);
  });

  test('switched off and on again, it is the same registration with the same key; another computer’s is untouched', async () => {
    const { unith, start, unithEndpoint } = await startWorld();
    const host = await start();
    const { id: endpointId } = await unithEndpoint(host);
    const { publicUrl } = await host.get('endpoint.register', { endpointId });
    const other = {
      ...unith.registrations[0],
      id: 99,
      webhookUrl: 'https://other.example/hooks/x',
      sharedKey: 'k',
    };
    unith.registrations.push(other as never);
    const before = { ...unith.registrations[0] };
    await host.get('endpoint.update', { endpointId, enabled: false });
    await expect.poll(() => unith.registrations[0]?.startConversation).toBe(false);
    await host.get('endpoint.update', { endpointId, enabled: true });
    await expect.poll(() => unith.registrations[0]?.startConversation).toBe(true);
    expect(unith.registrations).toMatchObject([
      { id: before.id, sharedKey: before.sharedKey, webhookUrl: publicUrl },
      other,
    ]);
    expect((await host.get('registration.others', { endpointId })).others).toMatchObject([{ ref: '99' }]);
  });

  test('of several digital humans one must be chosen', async () => {
    const { unith, start, unithEndpoint } = await startWorld();
    unith.heads.push({
      id: '0d3b0d3b-0000-4000-8000-000000000002',
      publicId: 'p',
      name: 'Second',
      operationMode: 'x',
    });
    const host = await start();
    const { id: endpointId } = await unithEndpoint(host);
    expect(await host.call('endpoint.register', { endpointId })).toMatchObject(failed('choose_target'));
    const { targets } = await host.get('registration.targets', { endpointId });
    expect(targets).toMatchObject([{ name: 'Front desk' }, { name: 'Second', detail: 'p · x' }]);
    await host.get('endpoint.update', { endpointId, options: { headId: targets[1]?.id } });
    await host.get('endpoint.register', { endpointId });
    expect(unith.registrations).toMatchObject([{ headId: targets[1]?.id }]);
  });

  test('a token that was taken back is asked for anew, once', async () => {
    const { unith, start, unithEndpoint } = await startWorld();
    const host = await start();
    const { id: endpointId } = await unithEndpoint(host);
    await host.get('endpoint.register', { endpointId });
    const tokens = () => unith.seen.filter(({ path }) => path === '/auth/token').length;
    const before = tokens();
    unith.revoke();
    await host.get('endpoint.unregister', { endpointId });
    expect(unith.registrations).toEqual([]);
    expect(tokens()).toBe(before + 1);
  });

  test('what was said is fetched after the end, marked, found, and never twice', async () => {
    const { unith, start, unithEndpoint } = await startWorld();
    const host = await start();
    const { id: endpointId } = await unithEndpoint(host);
    await host.get('endpoint.register', { endpointId });
    const pushes = await listen(host);
    await unith.send('start_conversation', 's1');
    unith.write('s1', [
      { text: 'Where is the hall?', message_type: 'user_input', timestamp: '2026-03-04T05:06:07Z' },
      { text: 'To the left.', message_type: 'answer', timestamp: '2026-03-04T05:06:09Z' },
    ]);
    await unith.send('end_conversation', 's1');
    await pushes.until('feed', ({ kind, data }) => kind === 'chat.message' && data.role === 'assistant');
    const { sessions } = await host.get('session.list', {});
    expect(sessions).toMatchObject([{ state: 'ended', messages: 2 }]);
    const { events } = await host.get('session.get', { sessionId: sessions[0]?.id ?? '' });
    expect(events.filter(({ kind }) => kind === 'chat.message')).toMatchObject([
      {
        source: 'fetched',
        deliveryId: null,
        verified: true,
        data: { role: 'assistant', text: 'To the left.' },
      },
      { source: 'fetched', data: { role: 'user', text: 'Where is the hall?' } },
    ]);
    await expect.poll(async () => (await host.get('search', { query: 'hall' })).events.length).toBe(1);
    const { agents } = await host.get('agent.list', {});
    expect(agents).toContainEqual({ agentId: unith.heads[0]?.id, name: 'Front desk', hasPicture: false });
    pushes.close();
  });
});

describe('a vendor without an API', () => {
  test('waits for the test, which must come through the public path with the header', async () => {
    const { bithuman, start } = await startWorld();
    const host = await start();
    const header = { name: 'X-Greenroom-Key', value: 'a generated value' };
    const { id: endpointId } = await host.get('endpoint.create', {
      vendor: 'bithuman-dashboard',
      name: 'Rooms',
      header,
    });
    const waiting = await host.get('endpoint.register', { endpointId });
    expect(waiting.registration).toEqual({ state: 'pending', url: waiting.publicUrl });

    const test = { event_type: 'test', agent_id: 'test_agent_123' };
    await deliver(waiting, test, { header: [header.name, header.value] });
    expect((await host.get('endpoint.list', {})).endpoints[0]?.registration.state).toBe('pending');

    bithuman.dashboard.url = waiting.publicUrl ?? '';
    expect(await bithuman.push('test', {}, { test: true })).toBe(401);
    bithuman.dashboard.headers = { [header.name]: header.value };
    const pushes = await listen(host);
    expect(await bithuman.push('test', {}, { test: true })).toBe(200);
    const green = await pushes.until(
      'endpoint',
      (one) => 'key' in one && one.registration.state === 'registered',
    );
    expect(green).toMatchObject({
      registration: { confirmedAt: expect.any(String), url: waiting.publicUrl },
    });
    pushes.close();
  });

  test('what arrives signed can decide the policy: the header is then no longer asked for', async () => {
    const { start } = await startWorld();
    const host = await start();
    const { id: endpointId } = await host.get('endpoint.create', {
      vendor: 'bithuman-dashboard',
      name: 'Rooms',
      header: { name: 'X-Greenroom-Key', value: 'v' },
    });
    await host.get('endpoint.setSecret', { endpointId, secret: 'signing' });
    const changed = await host.get('endpoint.update', { endpointId, verification: 'signature' });
    expect(changed).toMatchObject({ verification: 'signature', hasSecret: true });
    expect(changed).not.toHaveProperty('headerName');
  });
});
