import { describe, expect, test } from 'vitest';
import type { Json } from '../../../shared/events.ts';
import { asCall } from './as-call.ts';
import { bithuman } from './bithuman.ts';
import { bithumanDashboard } from './bithuman-dashboard.ts';
import { signHex } from './signature.ts';

const now = 1_790_000_100_000;

function read(body: Json | string, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return bithumanDashboard.read(asCall({ headers, body: Buffer.from(text) }));
}

const factOf = (body: Json | string, headers: Record<string, string> = {}) => read(body, headers).facts[0];

describe('read', () => {
  test('a room join as the vendor shows it', () => {
    const body =
      '{"agent_id":"A12BCD3456","event_type":"room.join","data":{"room_name":"room-A12","participant_count":2,"session_id":"0b7e"},"timestamp":1790000000.125}';
    expect(read(body)).toEqual({
      test: false,
      facts: [
        {
          kind: 'session.joined',
          occurredAt: 1_790_000_000_125,
          vendorSessionId: '0b7e',
          agentId: 'A12BCD3456',
          data: { room: 'room-A12', participants: 2 },
        },
      ],
    });
  });

  test('a chat as the vendor shows it: its own time counts', () => {
    const body =
      '{"agent_id":"A12BCD3456","event_type":"chat.push","data":{"role":"assistant","message":"Good morning!","session_id":"0b7e","timestamp":1790000011.5},"timestamp":1790000011.502}';
    expect(read(body)).toEqual({
      test: false,
      facts: [
        {
          kind: 'chat.message',
          occurredAt: 1_790_000_011_500,
          vendorSessionId: '0b7e',
          agentId: 'A12BCD3456',
          data: { role: 'assistant', text: 'Good morning!' },
        },
      ],
    });
  });

  test.each([
    { event: 'room_join', agentId: 'A1', data: { sessionId: 's1', user: { id: 'u1' } } },
    { type: 'ROOM.JOIN', agent_code: 'A1', data: { session_id: 's1', user: { id: 'u1' } } },
    { event_type: 'Room_Join', code: 'A1', session_id: 's1', data: { user: { id: 'u1' } } },
    { event_type: null, event: 'room.join', agent_id: ' A1 ', sessionId: 's1', data: { user: { id: 'u1' } } },
  ])('older and odd forms of a room join: %j', (body) => {
    expect(factOf(body)).toEqual({
      kind: 'session.joined',
      vendorSessionId: 's1',
      agentId: 'A1',
      data: { user: 'u1' },
    });
  });

  test.each([
    { event: 'chat_push', data: { message: { type: 'user', content: 'Hi' } } },
    { event_type: 'CHAT.PUSH', data: { role: 'USER', message: { content: 'Hi' } } },
    { event_type: 'chat.push', data: { role: 7, message: { role: 'human', text: 'Hi' } } },
    { event_type: 'chat.push', role: 'user', message: 'Hi' },
  ])('older and odd forms of a chat: %j', (body) => {
    expect(factOf(body)?.data).toEqual({ role: 'user', text: 'Hi' });
  });

  test.each([
    [{ role: 'assistant' }, 'assistant'],
    [{ message: { type: 'agent', content: 'Hi' } }, 'assistant'],
    [{ role: 'narrator' }, 'other'],
    [{}, 'other'],
    [{ role: null }, 'other'],
    [{ role: 'constructor' }, 'other'],
  ])('the role in %j is %s', (data, role) => {
    expect(factOf({ event_type: 'chat.push', data: { message: 'Hi', ...data } })?.data.role).toBe(role);
  });

  test.each([
    [1_790_000_011.5, 1_790_000_012, 1_790_000_011_500],
    [undefined, 1_790_000_012, 1_790_000_012_000],
    ['soon', '1790000012.25', 1_790_000_012_250],
    [-5, 1_790_000_012_250, 1_790_000_012_250],
    [null, 'never', undefined],
    [1e300, 1e18, undefined],
  ])('a chat at %j, told at %j', (inner, outer, occurredAt) => {
    const body = { event_type: 'chat.push', data: { message: 'Hi', timestamp: inner }, timestamp: outer };
    expect(factOf(JSON.stringify(body))?.occurredAt).toBe(occurredAt);
  });

  test.each([undefined, null, 5, [], {}, { content: 5 }, { content: ['Hi'] }])(
    'a chat without text: %j',
    (message) => {
      const body = { agent_id: 'A1', event_type: 'chat.push', data: { session_id: 's1', message } };
      expect(factOf(JSON.stringify(body))).toEqual({
        kind: 'unknown',
        vendorSessionId: 's1',
        agentId: 'A1',
        data: JSON.parse(JSON.stringify(body)),
      });
    },
  );

  test('an unknown type keeps all that was said', () => {
    const body = {
      agent_id: 12,
      event_type: 'room.leave',
      data: { session_id: 's1' },
      timestamp: 1_790_000_000,
    };
    expect(factOf(body)).toEqual({
      kind: 'unknown',
      occurredAt: 1_790_000_000_000,
      vendorSessionId: 's1',
      agentId: '12',
      data: body,
    });
  });

  test.each(['', 'hello', '[]', '[{"event_type":"room.join"}]', 'null', '7', '{"event_type":'])(
    '%j',
    (body) => {
      expect(read(body)).toEqual({ test: false, facts: [{ kind: 'unknown', data: {} }] });
    },
  );

  test.each(['constructor', '__proto__', 'toString', ''])('the type %j is unknown', (type) => {
    expect(factOf({ event_type: type })?.kind).toBe('unknown');
  });

  test('the Test button', () => {
    const body = { event_type: 'test', agent_id: 'test_agent_123', data: { session_id: 's1' } };
    const fact = { kind: 'endpoint.test', agentId: 'test_agent_123', data: { session_id: 's1' } };
    expect(read(body)).toEqual({ test: true, facts: [fact] });
    expect(read({ ...body, event_type: 'room.join' }, { 'X-Test-Webhook': 'True' })).toEqual({
      test: true,
      facts: [fact],
    });
    expect(read(body, { 'X-Test-Webhook': 'false' }).test).toBe(true);
    expect(read({ ...body, event_type: 'room.join' }, { 'X-Test-Webhook': 'false' }).test).toBe(false);
  });

  test('a delivery of the REST API reads as it does there', () => {
    const call = bithuman.sample({ kind: 'agent.ready', at: now, sessionId: 's1', agentId: 'A1' });
    if (!call) throw new Error('no sample');
    expect(bithumanDashboard.read(asCall(call))).toEqual(bithuman.read(asCall(call)));
    expect(bithumanDashboard.read(asCall(call)).deliveryId).toBe(call.headers['X-BitHuman-Delivery']);
  });

  test('without the shape of the REST API, an id is not the id of a delivery', () => {
    const reading = read({ id: 'A1', event: 'room_join' }, { 'X-BitHuman-Delivery': 'evt_1' });
    expect(reading).not.toHaveProperty('deliveryId');
  });
});

describe('checkSignature', () => {
  const body = Buffer.from('{"timestamp": 1705312200.0}');

  function check(headers: Record<string, string>) {
    const result = bithumanDashboard.checkSignature(asCall({ headers, body }), ['key'], now);
    return result.valid ? 'valid' : result.reason;
  }

  test('the old signature is over the raw body', () => {
    expect(check({ 'X-bitHuman-Signature': `sha256=${signHex('key', body)}` })).toBe('valid');
    expect(check({ 'X-bitHuman-Signature': signHex('other', body) })).toBe('signature_mismatch');
    expect(check({})).toBe('signature_missing');
  });

  test('beside a timestamp it is the one of the REST API', () => {
    const signed = (seconds: string, ...parts: (string | Buffer)[]) =>
      check({
        'X-BitHuman-Timestamp': seconds,
        'X-BitHuman-Signature': `sha256=${signHex('key', ...parts)}`,
      });
    expect(signed('1790000100', '1790000100.', body)).toBe('valid');
    expect(signed('1790000100', body)).toBe('signature_without_timestamp');
    expect(signed('1789999799', '1789999799.', body)).toBe('timestamp_outside_window');
    expect(signed('soon', 'soon.', body)).toBe('timestamp_malformed');
  });

  test('a REST delivery whose timestamp was taken away is not an old one', () => {
    expect(check({ 'X-BitHuman-Signature': signHex('key', '1790000100.', body) })).toBe('signature_mismatch');
  });
});

test('the bodies have the members of the vendor, in its order', () => {
  const call = bithumanDashboard.sample({
    kind: 'chat.message',
    at: now,
    sessionId: 's1',
    agentId: 'A1',
    text: 'Hi',
  });
  expect(String(call?.body)).toMatch(
    /^\{"agent_id":"A1","event_type":"chat.push","data":\{"role":"assistant","message":"Hi","session_id":"s1","timestamp":1790000100[.\d]*\},"timestamp":1790000100\.\d+\}$/,
  );
});
