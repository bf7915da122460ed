import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { asCall } from '../as-call.ts';
import { unith } from '../unith.ts';
import { startUnithServer, type UnithServer, type UnithServerOptions } from './unith-server.ts';

interface Delivery {
  headers: Record<string, string>;
  body: Buffer;
}

/** Somebody who is delivered to; answers with each of the statuses in turn, the last one for ever; 0 is never. */
async function receive(...statuses: number[]) {
  const got: Delivery[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    got.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(chunks) });
    const status = statuses[got.length - 1] ?? statuses.at(-1) ?? 200;
    if (status !== 0) response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/k`, got };
}

async function start(options: UnithServerOptions = {}) {
  const server = await startUnithServer({ pauses: [1, 1, 1], ...options });
  onTestFinished(() => server.close());
  const headers = { authorization: `Bearer ${server.bearer()}`, 'content-type': 'application/json' };
  const headId = server.heads[0]?.id as string;
  const ask = async (method: string, path: string, body?: object) => {
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(server.url + path, init);
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  };
  return {
    server,
    headId,
    ask,
    register: (webhookUrl: string, flags: object = everything) =>
      ask('POST', '/head-events', { headId, webhookUrl, ...flags }),
    switchOn: () => ask('PUT', `/head/${headId}/enable-events?enableEvents=true`),
  };
}

const everything = {
  startConversation: true,
  endConversation: true,
  timeoutConversation: true,
  inactivityWarning: true,
};
const typesOf = (got: Delivery[]) => got.map(({ body }) => JSON.parse(body.toString()).event_type);
const keyOf = ({ registrations }: UnithServer, n = 0) => registrations[n]?.sharedKey as string;

describe('deliveries', () => {
  test('none before the switch, which is in the query and not in a body', async () => {
    const { server, headId, ask, register, switchOn } = await start();
    const { url, got } = await receive(200);
    await register(url);
    expect(await server.send('start_conversation', 's1')).toEqual([]);
    await ask('PUT', `/head/${headId}/enable-events`, { enableEvents: true });
    expect(await server.send('start_conversation', 's1')).toEqual([]);
    expect((await switchOn()).json).toBe(true);
    expect(await server.send('start_conversation', 's1')).toEqual([200]);
    expect(got).toHaveLength(1);
  });

  test('each registration has its own key, and repeats deliver twice', async () => {
    const { server, register, switchOn } = await start();
    const { url, got } = await receive(200);
    await register(url);
    await register(url);
    await switchOn();
    expect(await server.send('end_conversation', 's1')).toEqual([200, 200]);
    expect(keyOf(server)).not.toBe(keyOf(server, 1));
    const now = Date.now();
    for (const key of [keyOf(server), keyOf(server, 1)]) {
      const proved = got.filter((one) => unith.checkSignature(asCall(one), [key], now).valid);
      expect(proved).toHaveLength(1);
    }
  });

  test('only what was asked for, as UNITH writes it', async () => {
    const { server, headId, register, switchOn } = await start();
    const { url, got } = await receive(200);
    await register(url, { endConversation: true, startConversation: 'yes' });
    await switchOn();
    await server.send('start_conversation', 's1');
    await server.send('end_conversation', 's1');
    expect(got).toHaveLength(1);
    const [{ headers, body }] = got as [Delivery];
    expect(headers['x-signature-256']).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.parse(body.toString())).toEqual({
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      event_type: 'end_conversation',
      head_id: headId,
      public_head_id: 'frontdesk-20417',
      public_org_id: 'Acme-77',
      session_id: 's1',
    });
  });

  test.each([
    ['accepted at once', [200], 1, 200],
    ['accepted with 204', [204], 1, 204],
    ['refused once', [503, 200], 2, 200],
    ['sent elsewhere, which is not followed', [302, 200], 2, 200],
    ['refused for ever', [500], 4, 500],
  ])('%s', async (_, statuses, attempts, last) => {
    const { server, register, switchOn } = await start();
    const { url, got } = await receive(...statuses);
    await register(url);
    await switchOn();
    expect(await server.send('start_conversation', 's1')).toEqual([last]);
    expect(got).toHaveLength(attempts);
    expect(new Set(got.map(({ body }) => body.toString())).size).toBe(1);
  });

  test('an answer that never comes is given up, and tried again', async () => {
    const { server, register, switchOn } = await start({ limitMs: 100, pauses: [1] });
    const { url, got } = await receive(0);
    await register(url);
    await switchOn();
    expect(await server.send('start_conversation', 's1')).toEqual([null]);
    expect(got).toHaveLength(2);
  });

  test('strange bodies are proved over the bytes as they came, and read', async () => {
    const { server, register, switchOn } = await start();
    const { url, got } = await receive(200);
    await register(url);
    await switchOn();
    const bodies = Object.entries(server.strangeBodies('end_conversation', 's1'));
    expect(bodies).toHaveLength(3);
    for (const [name, body] of bodies) {
      expect(await server.sendBytes('end_conversation', body), name).toEqual([200]);
      const call = asCall(got.at(-1) as Delivery);
      expect(call.body.equals(body), name).toBe(true);
      expect(unith.checkSignature(call, [keyOf(server)], Date.now()), name).toEqual({ valid: true });
      const again = Buffer.from(JSON.stringify(JSON.parse(body.toString())));
      // Were it written anew, the signature would fail: that is what makes it strange.
      const isSame = unith.checkSignature({ ...call, body: again }, [keyOf(server)], Date.now()).valid;
      expect(isSame, name).toBe(name.includes('umlauts'));
      expect(unith.read(call).facts, name).toMatchObject([{ kind: 'session.ended', vendorSessionId: 's1' }]);
    }
    expect(Math.max(...got.map(({ body }) => body.length))).toBeGreaterThan(200_000);
  });

  test('a whole conversation is delivered, and then known to the data API, be it late', async () => {
    const { server, ask, register, switchOn } = await start();
    const { url, got } = await receive(200);
    await register(url);
    await switchOn();
    const messages = [{ text: 'Hello', message_type: 'user_input', timestamp: '2026-08-31 06:56:30' }];
    const between = ['inactivity_warning', 'timeout_conversation'];
    expect(await server.talk('s1', { between, messages, late: 1 })).toEqual([[200], [200], [200], [200]]);
    expect(typesOf(got)).toEqual(['start_conversation', ...between, 'end_conversation']);
    expect((await ask('GET', '/sessions/Acme-77/s1')).status).toBe(404);
    expect((await ask('GET', '/sessions/Acme-77/s1')).json).toEqual({ messages });
    expect((await ask('GET', '/conversations?org_id=Acme-77')).json).toEqual({ conversations: [] });
    expect((await ask('GET', '/conversations?org_id=Acme-77')).json).toMatchObject({
      conversations: [{ session_id: 's1', message_count: 2 }],
    });
    expect((await ask('GET', '/sessions/another/s1')).status).toBe(404);
  });
});

describe('the platform API', () => {
  test('knows nobody without a good token', async () => {
    const { server, ask } = await start();
    expect((await ask('GET', '/user/me')).status).toBe(200);
    server.revoke();
    expect((await ask('GET', '/user/me')).status).toBe(401);
    expect((await ask('POST', '/auth/token', server.account)).json).toMatchObject({
      data: { bearer: expect.any(String) },
    });
    expect((await ask('POST', '/auth/token', { ...server.account, secretKey: 'x' })).status).toBe(401);
  });

  test.each([
    ['no https', { webhookUrl: 'http://plain.example/' }, 400],
    ['no URL', { webhookUrl: 'x' }, 400],
    ['no digital human', { headId: 7 }, 400],
    ['one of somebody else', { headId: '0d3b0d3b-0000-4000-8000-000000000009' }, 404],
    ['a public id', { headId: 'frontdesk-20417' }, 404],
  ])('refuses a registration with %s', async (_, wrong, status) => {
    const { server, headId, ask } = await start();
    const body = { headId, webhookUrl: 'https://one.example/', ...wrong };
    expect((await ask('POST', '/head-events', body)).status).toBe(status);
    expect(server.registrations).toEqual([]);
  });

  test('changes URL and flags, never key or id', async () => {
    const { server, ask, register } = await start();
    await register('https://one.example/');
    const before = { ...server.registrations[0] };
    const webhookUrl = 'https://two.example/';
    const changes = { webhookUrl, sharedKey: 'mine', id: 9, endConversation: false };
    expect((await ask('PATCH', '/head-events/1', changes)).status).toBe(200);
    expect((await ask('PATCH', '/head-events/1', { webhookUrl: 'http://x.example' })).status).toBe(400);
    expect((await ask('GET', '/head-events/1')).json).toEqual({
      ...before,
      webhookUrl,
      endConversation: false,
      updatedAt: expect.any(String),
    });
    expect((await ask('DELETE', '/head-events/1')).status).toBe(200);
    expect((await ask('DELETE', '/head-events/1')).status).toBe(404);
  });
});
