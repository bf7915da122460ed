import { expect, test } from 'vitest';
import { asCall } from './as-call.ts';
import { checkBodySignature } from './body-signature.ts';
import { firstOf, readId, readText } from './fields.ts';
import { keepable } from './keepable.ts';
import { omitAbsent } from './omit-absent.ts';
import { parseBody } from './parse-body.ts';
import { findVendor, vendors } from './registry.ts';
import { signHex } from './signature.ts';
import type { Vendor } from './vendor.ts';

/** A vendor that does not exist, as its one file would be. */
const puppeteer: Vendor = {
  info: {
    id: 'puppeteer',
    title: 'Puppeteer',
    subtitle: 'Lines of a puppet',
    steps: ['Paste {url} at the back of the stage.'],
    secretKinds: ['secret'],
    secretLabel: 'string',
    registers: 'by-hand',
    credentialSets: [],
    hasLog: false,
    sampleKinds: ['chat.message'],
  },
  signs: 'signature',
  isSigned: (call) => call.header('x-strings') !== undefined,
  checkSignature: (call, secrets) => checkBodySignature(call, 'x-strings', secrets),
  read(call) {
    const body = parseBody(call.body);
    const text = firstOf([body], ['says'], readText);
    const fact = {
      vendorSessionId: firstOf([body], ['show'], readId),
      agentId: firstOf([body], ['puppet'], readId),
      ...(text === undefined
        ? { kind: 'unknown' as const, data: keepable(body) }
        : { kind: 'chat.message' as const, data: { role: 'assistant', text } }),
    };
    return { test: false, facts: [omitAbsent(fact)] };
  },
  sample({ kind, sessionId, agentId, text = 'Ahoy' }) {
    if (kind !== 'chat.message') return undefined;
    const body = Buffer.from(JSON.stringify({ show: sessionId, puppet: agentId, says: text }));
    return { headers: { 'Content-Type': 'application/json' }, body };
  },
  signForTest({ headers, body }, secret) {
    return { headers: { ...headers, 'X-Strings': signHex(secret, body) }, body };
  },
};

const withFourth = [...vendors, puppeteer];

test.each(withFourth.map(({ info }) => info.id))('%s: found, sampled, signed, verified and read', (id) => {
  const vendor = findVendor(id, withFourth);
  const kind = vendor?.info.sampleKinds[0] ?? 'unknown';
  const sample = vendor?.sample({ kind, at: 1.79e12, sessionId: 's1', agentId: 'A1', text: 'Hello' });
  if (!vendor || !sample) throw new Error(`${id} is not known`);
  const call = asCall(vendor.signForTest(sample, 'key', 1.79e12));
  expect(vendor.checkSignature(call, ['key'], 1.79e12)).toEqual({ valid: true });
  expect(vendor.checkSignature(call, ['other'], 1.79e12)).toEqual({
    valid: false,
    reason: 'signature_mismatch',
  });
  expect(vendor.read(call).facts).toMatchObject([{ kind, agentId: 'A1' }]);
});

test('it is known only where it is registered', () => {
  expect(findVendor('puppeteer')).toBeUndefined();
});
