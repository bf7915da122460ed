import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createApiCalls } from './api-call.ts';
import { readRetryAfter } from './api-refusal.ts';
import { type Fault, startVendorServer } from './testing/vendor-server.ts';
import type { VendorError } from './vendor-api.ts';

const secret = 'api-secret-0123456789abcdef0123456789';

async function begin(fault?: Fault, times = 10) {
  const server = await startVendorServer((call) => ({ json: { ok: true, path: call.path } }));
  onTestFinished(() => server.close());
  if (fault) server.fail(fault, { times });
  const { call } = createApiCalls({
    vendor: 'Vendor',
    base: server.url,
    headers: () => ({ 'x-secret': secret }),
  });
  const answer = z.object({ ok: z.literal(true), path: z.string() });
  return {
    server,
    get: (path = '/a') => call({ method: 'GET', path, timeoutMs: 300 }, answer),
    post: () => call({ method: 'POST', path: '/a', body: { x: 1 }, timeoutMs: 300 }, answer),
  };
}

const met = (promise: Promise<unknown>): Promise<VendorError> =>
  promise.then(
    () => {
      throw new Error('It went well.');
    },
    (error) => error as VendorError,
  );

test('a call carries the secret headers and JSON, and nothing follows a redirect', async () => {
  const { server, post } = await begin();
  await post();
  expect(server.seen).toMatchObject([{ method: 'POST', body: '{"x":1}', headers: { 'x-secret': secret } }]);
});

test.each<[Fault, code: string, mayPass: boolean]>([
  [{ status: 400 }, 'vendor_refused', false],
  [{ status: 401 }, 'vendor_unauthorized', false],
  [{ status: 403 }, 'vendor_forbidden', false],
  [{ status: 404 }, 'vendor_not_found', false],
  [{ status: 409 }, 'vendor_conflict', false],
  [{ status: 422 }, 'vendor_refused', false],
  [{ status: 429 }, 'vendor_rate_limited', true],
  [{ status: 500 }, 'vendor_failed', true],
  [{ status: 503 }, 'vendor_failed', true],
  [{ status: 302 }, 'vendor_unexpected', false],
  [{ html: true }, 'vendor_unexpected', true],
  [{ status: 200, body: '{"other":"shape"}' }, 'vendor_unexpected', true],
  [{ status: 200, body: 'not json' }, 'vendor_unexpected', true],
  [{ hang: true }, 'vendor_timed_out', true],
  [{ reset: true }, 'vendor_unreachable', true],
])('%j is %s', async (fault, code, mayPass) => {
  const { post, server } = await begin(fault);
  const error = await met(post());
  expect(error).toMatchObject({ code, mayPass });
  expect(error.message).toMatch(/^[A-Z].{15,}[.?]$/);
  // What may have been done is not done again behind the caller's back.
  expect(server.seen).toHaveLength(1);
  const isOpen = ['vendor_failed', 'vendor_unexpected', 'vendor_timed_out', 'vendor_unreachable'].includes(
    code,
  );
  expect(error.unknownOutcome).toBe(isOpen && mayPass);
});

test('a question that met a slip is asked again', async () => {
  const { server, get } = await begin({ status: 502 }, 2);
  expect(await get()).toMatchObject({ ok: true });
  expect(server.seen).toHaveLength(3);
});

test('nobody listens there', async () => {
  const { server, get } = await begin();
  await server.close();
  expect(await met(get())).toMatchObject({ code: 'vendor_unreachable', mayPass: true });
});

test('what the vendor sends back of our secret comes out nowhere', async () => {
  for (const body of [
    JSON.stringify({ message: `bad key ${secret}` }),
    JSON.stringify({ error: { message: secret } }),
    JSON.stringify({ message: [secret, 'x'] }),
    secret,
  ]) {
    const { post } = await begin({ status: 400, body });
    const error = await met(post());
    expect(error.message + JSON.stringify(error)).not.toContain(secret);
  }
});

test('credentials travel to https or to this computer alone', () => {
  const open = (base: string) => createApiCalls({ vendor: 'V', base, headers: () => ({}) });
  expect(() => open('http://api.example')).toThrow(expect.objectContaining({ code: 'not_https' }));
  for (const base of ['https://api.example', 'http://127.0.0.1:1', 'http://localhost:1']) open(base);
});

test('a secret that no header can carry comes out nowhere either', async () => {
  const server = await startVendorServer(() => ({ json: {} }));
  onTestFinished(() => server.close());
  const { call } = createApiCalls({
    vendor: 'V',
    base: server.url,
    headers: () => ({ 'x-secret': 'se\ncret' }),
  });
  const error = await met(call({ method: 'GET', path: '/' }, z.unknown()));
  expect(error).toMatchObject({ code: 'no_credentials' });
  expect(String(error) + String(error.cause)).not.toContain('cret');
});

test('an answer that is too long is no answer, even where nothing is expected of it', async () => {
  const server = await startVendorServer(() => ({ json: 'x'.repeat(5 * 1024 ** 2) }));
  onTestFinished(() => server.close());
  const { call } = createApiCalls({ vendor: 'V', base: server.url, headers: () => ({}) });
  expect(await met(call({ method: 'DELETE', path: '/' }, z.unknown()))).toMatchObject({
    code: 'vendor_unexpected',
  });
});

test('an answer that never ends is cut', async () => {
  const { post } = await begin({ status: 200, body: `{"ok":"${'x'.repeat(5 * 1024 ** 2)}"}` });
  expect(await met(post())).toMatchObject({ code: 'vendor_unexpected' });
});

test('whatever an error body holds, there is a sentence of one bounded line', async () => {
  const { server, post } = await begin();
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (body) => {
      server.heal();
      server.fail({ status: 400, body });
      const { message } = await met(post());
      expect(message.length).toBeLessThan(400);
      expect(message).not.toMatch(/\p{Cc}/u);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['0', 0],
  ['2', 2000],
  ['86400', 3_600_000],
  ['Thu, 01 Jan 1970 00:00:10 GMT', 5000],
  ['Thu, 01 Jan 1970 00:00:01 GMT', 0],
  ['soon', undefined],
  ['', undefined],
])('Retry-After: %s', (value, ms) => {
  expect(readRetryAfter(value, 5000)).toBe(ms);
});

test('Retry-After is never absurd', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 4e12 }), (value, now) => {
      const ms = readRetryAfter(value, now);
      expect(ms === undefined || (ms >= 0 && ms <= 3_600_000)).toBe(true);
    }),
  );
});
