import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '../../shared/contract.ts';
import { inputs } from '../../shared/contract.ts';
import { deliver, started } from './testing/deliver.ts';
import { rawCall } from './testing/raw-call.ts';
import { startTestHost, type TestHost } from './testing/test-host.ts';

let host: TestHost;
let endpointId: string;

beforeAll(async () => {
  host = await startTestHost();
  const endpoint = await host.get('endpoint.create', { vendor: 'unith', name: 'Lobby', secret: 's3cret' });
  endpointId = endpoint.id;
  for (const id of ['one', 'two', 'three']) await deliver(endpoint, started(id), { secret: 's3cret' });
});
afterAll(() => host.stop());

function post(path: string, body?: string, contentType: string | undefined = 'application/json') {
  return rawCall(host.ui, path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${host.token}`,
      ...(contentType && { 'content-type': contentType }),
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    },
    ...(body !== undefined && { body }),
  });
}

async function refusal(command: string, input: unknown) {
  const { status, body } = await post(`/api/${command}`, JSON.stringify(input));
  const reply = JSON.parse(body);
  expect(Object.keys(reply)).toEqual(['ok', 'error']);
  expect(reply.ok).toBe(false);
  expect(Object.keys(reply.error)).toEqual(['code', 'message']);
  return { status, ...reply.error } as { status: number; code: string; message: string };
}

describe('values', () => {
  test('status.get tells the receiver, the tunnel and the last seq', async () => {
    const status = await host.get('status.get', {});
    expect(status).toMatchObject({
      receiver: { state: 'listening', url: host.receiver },
      tunnel: { state: 'off', provider: 'off', publicUrl: null, lastProofAt: null },
      store: { state: 'writing' },
      secrets: { state: 'ready' },
      lastSeq: 3,
    });
  });

  test('endpoint.list and endpoint.update give whole endpoints, without any secret', async () => {
    const { endpoints } = await host.get('endpoint.list', {});
    expect(endpoints).toEqual([
      {
        id: endpointId,
        vendor: 'unith',
        name: 'Lobby',
        enabled: true,
        key: expect.stringMatching(/^[\w-]{32}$/),
        path: `/hooks/${endpoints[0]?.key}`,
        localUrl: `${host.receiver}/hooks/${endpoints[0]?.key}`,
        publicUrl: null,
        verification: 'signature',
        hasSecret: true,
        hasCredentials: false,
        options: {},
        registration: { state: 'none' },
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      },
    ]);
    const renamed = await host.get('endpoint.update', { endpointId, name: '  Front desk ' });
    expect(renamed).toEqual({ ...endpoints[0], name: 'Front desk' });
  });

  test('feed.page is newest first; before and after are exclusive', async () => {
    const seqs = async (input: Parameters<typeof host.get<'feed.page'>>[1]) => {
      const { events, more } = await host.get('feed.page', input);
      return [events.map(({ seq }) => seq), more];
    };
    expect(await seqs({})).toEqual([[3, 2, 1], false]);
    expect(await seqs({ limit: 2 })).toEqual([[3, 2], true]);
    expect(await seqs({ before: 3, limit: 1 })).toEqual([[2], true]);
    expect(await seqs({ after: 1 })).toEqual([[3, 2], false]);
    expect(await seqs({ after: 0, limit: 1 })).toEqual([[1], true]);
    expect(await seqs({ endpointId: 'ep_other' })).toEqual([[], false]);
    expect(await seqs({ kinds: ['session.started'] })).toEqual([[3, 2, 1], false]);
    expect(await seqs({ kinds: ['chat.message'] })).toEqual([[], false]);
    const { events } = await host.get('feed.page', { limit: 1 });
    expect(events[0]).toEqual({
      seq: 3,
      id: expect.any(String),
      endpointId,
      vendor: 'unith',
      kind: 'session.started',
      source: 'delivery',
      occurredAt: '2026-03-04T05:06:07.000Z',
      receivedAt: expect.stringMatching(/Z$/),
      sessionId: expect.any(String),
      agentId: 'head-1',
      data: expect.any(Object),
      deliveryId: expect.any(String),
      verified: true,
    });
  });

  test('session.list and session.get go together', async () => {
    const { sessions, more } = await host.get('session.list', { limit: 2 });
    expect([sessions.map(({ vendorSessionId }) => vendorSessionId), more]).toEqual([['three', 'two'], true]);
    const [, second] = sessions;
    const next = await host.get('session.list', { before: second?.id ?? '' });
    expect(next.sessions.map(({ vendorSessionId }) => vendorSessionId)).toEqual(['one']);
    const one = await host.get('session.get', { sessionId: second?.id ?? '' });
    expect(one).toMatchObject({ session: second, more: false, events: [{ sessionId: second?.id }] });
    expect(second).toMatchObject({
      endpointId,
      vendor: 'unith',
      agentId: 'head-1',
      state: 'live',
      messages: 0,
    });
    expect((await host.get('session.list', { state: 'ended' })).sessions).toEqual([]);
  });

  test('delivery.list and delivery.get give what came, byte for byte', async () => {
    const { deliveries, more } = await host.get('delivery.list', {
      limit: 1,
      verdict: 'verified',
      endpointId,
    });
    expect(more).toBe(true);
    const [summary] = deliveries;
    expect(summary).toMatchObject({
      verdict: 'verified',
      status: 200,
      duplicates: 0,
      conflict: false,
      eventSeqs: [3],
    });
    const { headers, bodyBase64, ...rest } = await host.get('delivery.get', {
      deliveryId: summary?.id ?? '',
    });
    expect(rest).toEqual({ ...summary, answeredInMs: expect.any(Number) });
    expect(JSON.parse(Buffer.from(bodyBase64, 'base64').toString())).toMatchObject({ session_id: 'three' });
    expect(headers).toContainEqual(['content-type', 'application/json']);
    expect((await host.get('delivery.list', { before: summary?.id ?? '' })).deliveries).toHaveLength(2);
    expect((await host.get('delivery.list', { verdict: 'rejected' })).deliveries).toEqual([]);
  });

  test('search finds whole words and prefixes once the index has followed', async () => {
    const found = () => host.get('search', { query: 'lobb' });
    await expect.poll(async () => (await found()).events.length, { timeout: 10_000 }).toBe(3);
    expect((await host.get('search', { query: 'nothing-like-it' })).events).toEqual([]);
  });

  test('an input may be left out where nothing is needed', async () => {
    expect(JSON.parse((await post('/api/endpoint.list')).body).ok).toBe(true);
    expect(JSON.parse((await post('/api/endpoint.list', '')).body).ok).toBe(true);
    expect(JSON.parse((await post('/api/endpoint.list', 'null')).body).ok).toBe(true);
  });
});

describe('refusals', () => {
  const paged: Command[] = ['feed.page', 'session.list', 'delivery.list'];
  test.each(paged.flatMap((command) => [0, 501, -1, 1.5, '50', null].map((limit) => ({ command, limit }))))(
    '$command with limit $limit',
    async ({ command, limit }) => {
      expect(await refusal(command, { limit })).toMatchObject({
        status: 400,
        code: 'bad_input',
        message: expect.stringMatching(/^limit: /),
      });
    },
  );

  test.each(Object.keys(inputs))('%s takes no field that it does not know', async (command) => {
    const { status, code, message } = await refusal(command, { Wh4t: 1 });
    expect([status, code]).toEqual([400, 'bad_input']);
    expect(message).toMatch(/field that is not known/);
    expect(message).not.toContain('Wh4t');
  });

  test.each([[[]], ['text'], [7], [true], [{ ['__proto__']: {} }]])('an input of %j', async (input) => {
    expect(await refusal('status.get', input)).toMatchObject({ status: 400, code: 'bad_input' });
  });

  test.each([
    ['endpoint.update', { endpointId: 'ep_none' }],
    ['endpoint.setSecret', { endpointId: 'ep_none', secret: 'x' }],
    ['endpoint.delete', { endpointId: 'ep_none' }],
    ['sample.send', { endpointId: 'ep_none' }],
    ['delivery.recheck', { endpointId: 'ep_none', apply: true }],
    ['delivery.get', { deliveryId: 'd1-none' }],
    ['delivery.list', { before: 'nothing' }],
    ['session.get', { sessionId: '../etc/passwd' }],
    ['session.events', { sessionId: 's1-000000' }],
    ['session.list', { before: "' OR 1=1 --" }],
  ])('%s %j is not found', async (command, input) => {
    expect(await refusal(command, input)).toMatchObject({ status: 404, code: 'not_found' });
  });

  test.each([
    ['feed.page', { before: 1, after: 1 }],
    ['feed.page', { before: -1 }],
    ['feed.page', { kinds: [] }],
    ['feed.page', { kinds: ['chat'] }],
    ['search', { query: '   ' }],
    ['sample.send', {}],
    ['delivery.list', { verdict: 'fine' }],
    ['endpoint.delete', { endpointId: '' }],
    ['search', {}],
  ])('%s %j is bad input', async (command, input) => {
    expect(await refusal(command, input)).toMatchObject({ status: 400, code: 'bad_input' });
  });

  test.each(['nope', 'constructor', '__proto__', 'toString', 'status.get.', 'status', 'STATUS.GET'])(
    'there is no command %s',
    async (command) => {
      expect(await refusal(command, {})).toMatchObject({ status: 404, code: 'unknown_command' });
    },
  );

  const json = 'application/json';
  test.each([
    { what: 'half of an object', body: '{"endpointId":', type: json, status: 400 },
    { what: 'what is no JSON', body: 'status', type: json, status: 400 },
    { what: 'JSON called text', body: '{}', type: 'text/plain', status: 415 },
    { what: 'JSON called a form', body: '{}', type: 'application/x-www-form-urlencoded', status: 415 },
    { what: 'JSON called nothing', body: '{}', type: '', status: 415 },
    { what: 'over 1 MiB', body: `"${'x'.repeat(1024 ** 2)}"`, type: json, status: 413 },
    { what: 'half a million brackets', body: '['.repeat(500_000), type: json, status: 400 },
  ])('a body of $what gives $status', async ({ body, type, status }) => {
    const answer = await post('/api/status.get', body, type);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'bad_input' } });
  });

  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is no way to command', async (method) => {
    const headers = { authorization: `Bearer ${host.token}` };
    const { status, body } = await rawCall(host.ui, '/api/status.get', { method, headers });
    expect(status).toBe(404);
    expect(JSON.parse(body)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  test('a path that leads nowhere', async () => {
    for (const path of ['/api/', `/api/${'a'.repeat(300)}`, '/api/status.get/more', '/api/%E0%A4%A']) {
      const { status, body } = await post(path, '{}');
      expect([400, 404]).toContain(status);
      expect(JSON.parse(body)).toMatchObject({ ok: false });
    }
  });
});
