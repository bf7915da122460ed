import { describe, expect, test } from 'vitest';
import type { Json } from '../../../shared/events.ts';
import { asCall } from './as-call.ts';
import { signHex } from './signature.ts';
import { unith } from './unith.ts';

function read(body: Json | string) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return unith.read(asCall({ headers: {}, body: Buffer.from(text) }));
}

const wire = {
  timestamp: '2026-08-30 11:02:07',
  event_type: 'end_conversation',
  head_id: '0d3b',
  public_head_id: 'frontdesk-20417',
  public_org_id: 'Acme-77',
  session_id: 'c2f0',
};

const fact = {
  kind: 'session.ended',
  occurredAt: Date.UTC(2026, 7, 30, 11, 2, 7),
  vendorSessionId: 'c2f0',
  agentId: '0d3b',
  data: { public_head_id: 'frontdesk-20417', public_org_id: 'Acme-77' },
};

describe('read', () => {
  test('a delivery as the vendor shows it', () => {
    expect(read(wire)).toEqual({ test: false, facts: [fact] });
  });

  test.each([
    ['start_conversation', 'session.started'],
    ['END_CONVERSATION', 'session.ended'],
    ['Inactivity_Warning', 'session.idle'],
    ['timeout_conversation', 'session.timed_out'],
    ['toString', 'unknown'],
    ['pause_conversation', 'unknown'],
  ])('%s is %s', (event_type, kind) => {
    expect(read({ ...wire, event_type }).facts[0]?.kind).toBe(kind);
  });

  test('`event` and `sessionId`, as in the handler of the vendor', () => {
    const { event_type: event, session_id: sessionId, ...rest } = wire;
    expect(read({ ...rest, event, sessionId }).facts).toEqual([fact]);
    expect(read({ ...wire, event: null }).facts).toEqual([fact]);
  });

  test('the other form of a timestamp', () => {
    expect(read({ ...wire, timestamp: '2026-08-30T11:02:07Z' }).facts).toEqual([fact]);
  });

  test('an unknown type keeps all that was said', () => {
    const body = { ...wire, event_type: 'mood_changed', mood: { now: 'calm' } };
    expect(read(body).facts).toEqual([{ ...fact, kind: 'unknown', data: body }]);
  });

  test('a known type is enough', () => {
    expect(read({ event_type: 'start_conversation' })).toEqual({
      test: false,
      facts: [{ kind: 'session.started', data: {} }],
    });
  });

  test.each(['', 'hello', '[]', 'null', '{"event_type":'])('%j', (body) => {
    expect(read(body)).toEqual({ test: false, facts: [{ kind: 'unknown', data: {} }] });
  });
});

test('takes bare hex and a prefix, over the raw body', () => {
  const body = Buffer.from('{ "a": 1.0 }');
  const hex = signHex('shared', body);
  for (const signature of [hex, `sha256=${hex}`, hex.toUpperCase()]) {
    const call = asCall({ headers: { 'X-Signature-256': signature }, body });
    expect(unith.checkSignature(call, ['shared'], 0)).toEqual({ valid: true });
  }
});

test('a sample has the members of the vendor, in its order', () => {
  const at = Date.UTC(2026, 7, 30, 11, 2, 7, 999);
  const call = unith.sample({ kind: 'session.ended', at, sessionId: 'c2f0', agentId: '0d3b' });
  expect(String(call?.body)).toMatch(
    /^\{"timestamp":"2026-08-30 11:02:07","event_type":"end_conversation","head_id":"0d3b","public_head_id":"frontdesk-\w+","public_org_id":"Acme-77","session_id":"c2f0"\}$/,
  );
});
