import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EventKind, eventKinds } from '../../../shared/events.ts';
import { asCall } from './as-call.ts';
import { findVendor, vendors } from './registry.ts';
import { signHex } from './signature.ts';
import type { Sample, SignedCall, Vendor } from './vendor.ts';

const now = 1_790_000_100_250;
const secret = 'whsec_4b1d';

function sampleOf(vendor: Vendor, kind: EventKind | undefined): SignedCall {
  const sample: Sample = {
    kind: kind ?? 'unknown',
    at: now,
    sessionId: 's-1',
    agentId: 'A-1',
    role: 'user',
    text: 'Grüß dich',
  };
  const call = vendor.sample(sample);
  if (!call) throw new Error(`${vendor.info.id} has no sample of ${kind}`);
  return call;
}

const signedSample = (vendor: Vendor) =>
  vendor.signForTest(sampleOf(vendor, vendor.info.sampleKinds[0]), secret, now);

test('ids are unique, and each vendor is found by its own', () => {
  expect(vendors.map(({ info }) => findVendor(info.id))).toEqual(vendors);
  expect(new Set(vendors.map(({ info }) => info.id)).size).toBe(vendors.length);
  expect(findVendor('nobody')).toBeUndefined();
});

describe.each(vendors.map((vendor) => ({ id: vendor.info.id, vendor })))('$id', ({ vendor }) => {
  test.each(vendor.info.sampleKinds)('%s: made, signed, verified and read', (kind) => {
    const call = sampleOf(vendor, kind);
    expect(vendor.isSigned(asCall(call))).toBe(false);
    const signed = asCall(vendor.signForTest(call, secret, now));
    expect(vendor.isSigned(signed)).toBe(true);
    expect(vendor.checkSignature(signed, [secret], now)).toEqual({ valid: true });
    const reading = vendor.read(signed);
    expect(reading.facts.map((fact) => fact.kind)).toEqual([kind]);
    expect(reading.test).toBe(kind === 'endpoint.test');
    expect(Math.abs((reading.facts[0]?.occurredAt ?? 0) - now)).toBeLessThan(1000);
    if (kind === 'chat.message') expect(reading.facts[0]?.data).toEqual({ role: 'user', text: 'Grüß dich' });
    if (kind.startsWith('session.')) expect(reading.facts[0]?.vendorSessionId).toBe('s-1');
  });

  test('samples of one moment differ, and those of other kinds do not exist', () => {
    for (const kind of eventKinds) {
      if (vendor.info.sampleKinds.includes(kind)) {
        const bodies = Array.from({ length: 20 }, () => sampleOf(vendor, kind).body.toString());
        expect(new Set(bodies).size).toBe(20);
      } else {
        expect(vendor.sample({ kind, at: now, sessionId: 's-1', agentId: 'A-1' })).toBeUndefined();
      }
    }
  });

  test('any list that holds the right secret verifies, any other does not', () => {
    const call = asCall(signedSample(vendor));
    const others = fc.array(fc.string().filter((other) => other !== secret));
    fc.assert(
      fc.property(others, others, (before, after) => {
        expect(vendor.checkSignature(call, [...before, secret, ...after], now)).toEqual({ valid: true });
        expect(vendor.checkSignature(call, [...before, ...after], now).valid).toBe(false);
      }),
    );
  });

  test('no secret, or an empty one, never verifies', () => {
    const call = asCall(vendor.signForTest(sampleOf(vendor, vendor.info.sampleKinds[0]), '', now));
    expect(vendor.checkSignature(call, [], now)).toEqual({ valid: false, reason: 'no_secret' });
    expect(vendor.checkSignature(call, [''], now).valid).toBe(false);
  });

  test('a body with any byte changed, added or missing never verifies', () => {
    const { headers, body } = signedSample(vendor);
    const place = fc.nat({ max: body.length - 1 });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const flipped = Buffer.from(body);
        flipped.writeUInt8(flipped.readUInt8(at) ^ mask, at);
        const longer = Buffer.concat([body.subarray(0, at), Buffer.of(mask), body.subarray(at)]);
        for (const changed of [flipped, longer, body.subarray(0, at)]) {
          const call = asCall({ headers, body: changed });
          expect(vendor.checkSignature(call, [secret], now).valid).toBe(false);
        }
      }),
    );
  });

  test('a signature with any character changed never verifies', () => {
    const { headers, body } = signedSample(vendor);
    const [name = '', value = ''] =
      Object.entries(headers).find(([header]) => /signature/i.test(header)) ?? [];
    const start = value.length - 64;
    fc.assert(
      fc.property(
        fc.integer({ min: start, max: value.length - 1 }),
        fc.string({ unit: 'binary' }),
        (at, other) => {
          fc.pre(other.toLowerCase() !== value.charAt(at));
          const forged = value.slice(0, at) + other + value.slice(at + 1);
          const call = asCall({ headers: { ...headers, [name]: forged }, body });
          expect(vendor.checkSignature(call, [secret], now).valid).toBe(false);
        },
      ),
    );
  });

  test('whatever is sent, checking and reading never throw, and there is exactly one fact', () => {
    const wild = fc.dictionary(
      fc.constantFrom(
        'x-bithuman-signature',
        'x-bithuman-timestamp',
        'x-signature-256',
        'x-test-webhook',
        'x-bithuman-delivery',
      ),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.stringMatching(/^[0-9a-f]{64}$/),
        fc.stringMatching(/^\d{1,13}$/),
      ),
    );
    fc.assert(
      fc.property(wild, wildBody, (headers, body) => {
        const call = asCall({ headers, body });
        expect(vendor.checkSignature(call, [secret], now).valid).toBe(false);
        const { facts } = vendor.read(call);
        expect(facts).toHaveLength(1);
        expect(() => structuredClone(facts)).not.toThrow();
        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
        for (const { vendorSessionId = 'x', agentId = 'x' } of facts) {
          expect(vendorSessionId).toMatch(/^\S(.{0,198}\S)?$/su);
          expect(agentId).toMatch(/^\S(.{0,198}\S)?$/su);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** The members that vendors use, with anything for a value; any JSON; any bytes. */
const json = fc.jsonValue({ stringUnit: 'binary' });
const typeNames = fc.constantFrom(
  'room.join',
  'chat.push',
  'agent.failed',
  'video.failed',
  'ping',
  'end_conversation',
);
const names = fc.constantFrom(
  ...[
    'agent_id',
    'agentId',
    'code',
    'session_id',
    'sessionId',
    'timestamp',
    'created',
    'id',
    'message',
    'role',
  ],
  ...['error', 'user', 'head_id', 'public_head_id', 'room_name', 'participant_count', 'content', '__proto__'],
);
const members = fc.dictionary(names, fc.oneof(json, fc.dictionary(names, json)));
const wildBody = fc.oneof(
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  json.map((value) => Buffer.from(JSON.stringify(value))),
  fc
    .tuple(fc.constantFrom('event_type', 'event', 'type'), fc.oneof(typeNames, json), members, members)
    .map(([key, type, outer, data]) => Buffer.from(JSON.stringify({ ...outer, [key]: type, data }))),
);

describe.each(vendors.map((vendor) => [vendor.info.id, vendor] as const))(
  'the example of %s',
  (_, vendor) => {
    test('is a call that verifies and is understood', () => {
      const { example } = vendor.info;
      expect(example).toBeDefined();
      if (!example) return;
      const now = 1_790_000_000_000;
      const seconds = String(now / 1000);
      const { header, prefix, timestampHeader } = example.signature;
      const signed = timestampHeader ? `${seconds}.${example.body}` : example.body;
      const call = asCall({
        body: Buffer.from(example.body),
        headers: {
          [header]: prefix + signHex('a secret', signed),
          ...(timestampHeader && { [timestampHeader]: seconds }),
        },
      });
      expect(vendor.checkSignature(call, ['a secret'], now)).toEqual({ valid: true });
      expect(vendor.info.sampleKinds).toContain(vendor.read(call).facts[0]?.kind);
    });
  },
);
