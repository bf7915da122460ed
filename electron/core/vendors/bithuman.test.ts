import { describe, expect, test } from 'vitest';
import type { Json } from '../../../shared/events.ts';
import { asCall } from './as-call.ts';
import { bithuman } from './bithuman.ts';
import { bithumanDashboard } from './bithuman-dashboard.ts';

function read(body: Json, headers: Record<string, string> = {}) {
  return bithuman.read(asCall({ headers, body: Buffer.from(JSON.stringify(body)) }));
}

const event = (name: string, data: Json) => ({ id: 'evt_7c1e', event: name, created: 1_790_000_100, data });
const video = { job_id: 'j1', status: 'failed', model: 'essence' };

describe('read', () => {
  test.each([
    ['agent.ready', { agent_id: 'A1', code: 'A1' }, { agent_id: 'A1', code: 'A1' }],
    ['agent.failed', { agent_id: 'A1', error: 'No face found.' }, { reason: 'No face found.' }],
    [
      'agent.failed',
      { code: 'A1', error: { code: 'NO_FACE', message: 'No face found.' } },
      { reason: 'No face found.' },
    ],
    ['agent.failed', { code: 'A1', error: 5 }, { reason: 'bitHuman gave no reason' }],
    [
      'video.failed',
      { ...video, code: 'A1', error: { message: 'Too long.' } },
      { ...video, code: 'A1', reason: 'Too long.' },
    ],
    [
      'video.completed',
      {
        ...video,
        agent_id: 'A1',
        video_url: 'https://example.com/1.mp4',
        duration_seconds: 4.5,
        credits_charged: 9,
      },
      {
        ...video,
        agent_id: 'A1',
        video_url: 'https://example.com/1.mp4',
        duration_seconds: 4.5,
        credits_charged: 9,
      },
    ],
  ])('%s %j', (name, data, told) => {
    expect(read(event(name, data))).toEqual({
      deliveryId: 'evt_7c1e',
      test: false,
      facts: [{ kind: name, occurredAt: 1_790_000_100_000, agentId: 'A1', data: told }],
    });
  });

  test('a ping is a test', () => {
    expect(read(event('ping', { session_id: 's1' }))).toEqual({
      deliveryId: 'evt_7c1e',
      test: true,
      facts: [{ kind: 'endpoint.test', occurredAt: 1_790_000_100_000, data: { session_id: 's1' } }],
    });
  });

  test('nothing unsigned makes a test of a real event', () => {
    const reading = read(event('agent.ready', { code: 'A1' }), { 'X-Test-Webhook': 'true' });
    expect(reading).toMatchObject({ test: false, facts: [{ kind: 'agent.ready' }] });
  });

  test('an event of tomorrow is kept whole', () => {
    const body = event('agent.retired', { agent_id: 'A1', why: [1, { two: null }] });
    expect(read(body).facts).toEqual([
      { kind: 'unknown', occurredAt: 1_790_000_100_000, agentId: 'A1', data: body },
    ]);
  });

  test.each([
    [{ id: 'evt_1' }, { 'X-BitHuman-Delivery': 'evt_2' }, 'evt_1'],
    [{}, { 'X-BitHuman-Delivery': 'evt_2' }, 'evt_2'],
    [{ id: 5 }, { 'X-BitHuman-Delivery': 'evt_2' }, 'evt_2'],
    [{ id: ' ' }, {}, undefined],
    [{ id: 'x'.repeat(200) }, {}, 'x'.repeat(200)],
    [{ id: 'x'.repeat(201) }, {}, undefined],
    [{}, {}, undefined],
  ])('the delivery id of %j with %j', (body, headers, id) => {
    expect(read({ event: 'agent.ready', ...body }, headers).deliveryId).toBe(id);
  });

  test.each([
    [{ created: 1_790_000_100 }, 1_790_000_100_000],
    [{ created: '1790000100' }, 1_790_000_100_000],
    [{ created: 'today' }, 1_790_000_200_000],
    [{}, 1_790_000_200_000],
  ])('the time of %j beside a signed timestamp', (body, occurredAt) => {
    const reading = read({ event: 'agent.ready', ...body }, { 'X-BitHuman-Timestamp': '1790000200' });
    expect(reading.facts[0]?.occurredAt).toBe(occurredAt);
  });

  test('a delivery of the dashboard reads as it does there', () => {
    const call = bithumanDashboard.sample({
      kind: 'chat.message',
      at: 1.79e12,
      sessionId: 's1',
      agentId: 'A1',
    });
    if (!call) throw new Error('no sample');
    expect(bithuman.read(asCall(call))).toEqual(bithumanDashboard.read(asCall(call)));
  });
});

test('signs the timestamp and the body, and says both', () => {
  const signed = bithuman.signForTest(
    { headers: { A: 'b' }, body: Buffer.from('{}') },
    'whsec_1',
    1_790_000_100_999,
  );
  expect(signed.headers).toEqual({
    A: 'b',
    'X-BitHuman-Timestamp': '1790000100',
    'X-BitHuman-Signature': expect.stringMatching(/^sha256=[0-9a-f]{64}$/),
  });
});

test('a sample has the shape and the headers of the vendor', () => {
  const call = bithuman.sample({
    kind: 'agent.ready',
    at: 1_790_000_100_500,
    sessionId: 's1',
    agentId: 'A1',
  });
  const id = call?.headers['X-BitHuman-Delivery'];
  expect(call?.headers['X-BitHuman-Event']).toBe('agent.ready');
  expect(String(call?.body)).toBe(
    `{"id":"${id}","event":"agent.ready","created":1790000100,"data":{"agent_id":"A1","code":"A1"}}`,
  );
});
