import { inspect } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { startUnithServer, type UnithServerOptions } from './testing/unith-server.ts';
import { createToken, expiryOf } from './unith-token.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

async function start(options: UnithServerOptions = {}) {
  const server = await startUnithServer(options);
  onTestFinished(() => server.close());
  const clock = { at: Date.now() };
  const token = createToken(server.account, server.url, () => clock.at);
  const asked = () => server.seen.filter(({ path }) => path === '/auth/token').length;
  return { server, token, clock, asked };
}

test.each([false, true])('a token is asked for once, whatever its wrapping (bare: %s)', async (bareToken) => {
  const { token, asked } = await start({ bareToken });
  const first = await token.get();
  expect(expiryOf(first)).toBeGreaterThan(Date.now());
  expect(await token.get()).toBe(first);
  expect(asked()).toBe(1);
});

test('e-mail and secret key travel in the body alone', async () => {
  const { server, token } = await start();
  await token.get();
  expect(server.seen).toHaveLength(1);
  const [{ method, query, headers, body }] = server.seen as [(typeof server.seen)[number]];
  expect([method, JSON.parse(body), [...query]]).toEqual(['POST', server.account, []]);
  expect(inspect(headers)).not.toContain(server.account.secretKey);
});

test('many who want it at once share one renewal', async () => {
  const { token, clock, asked } = await start();
  const all = await Promise.all(Array.from({ length: 20 }, () => token.get()));
  expect(new Set(all).size).toBe(1);
  clock.at += 6 * DAY_MS + HOUR_MS;
  const next = await Promise.all(Array.from({ length: 20 }, () => token.get()));
  expect(new Set([...all, ...next]).size).toBe(2);
  expect(asked()).toBe(2);
});

test.each([
  ['a day before the end that it names', 7 * DAY_MS, 6 * DAY_MS - HOUR_MS, 6 * DAY_MS + HOUR_MS],
  ['a day before a later end', 30 * DAY_MS, 29 * DAY_MS - HOUR_MS, 29 * DAY_MS + HOUR_MS],
  ['of a short one, at half its life', 2 * HOUR_MS, 50 * 60_000, 70 * 60_000],
  ['of one that has ended by our clock, after a minute', -HOUR_MS, 50_000, 70_000],
])('it is renewed %s', async (_, tokenLifeMs, still, over) => {
  const { token, clock, asked } = await start({ tokenLifeMs });
  const { at } = clock;
  await token.get();
  clock.at = at + still;
  await token.get();
  expect(asked()).toBe(1);
  clock.at = at + over;
  await token.get();
  expect(asked()).toBe(2);
});

test('one that names no end is renewed after six days', async () => {
  const { server, token, clock, asked } = await start();
  server.fail({ status: 200, body: '{"data":{"bearer":"opaque"}}' }, { times: 2 });
  expect(await token.get()).toBe('opaque');
  clock.at += 6 * DAY_MS - HOUR_MS;
  await token.get();
  expect(asked()).toBe(1);
  clock.at += 2 * HOUR_MS;
  await token.get();
  expect(asked()).toBe(2);
});

test('a refused one is forgotten; a newer one is not', async () => {
  const { token, asked } = await start();
  const first = await token.get();
  expect(token.refused(first)).toBe(true);
  const second = await token.get();
  expect(token.refused(first)).toBe(true);
  expect(await token.get()).toBe(second);
  expect(asked()).toBe(2);
});

test('a pasted one is used as it is, and cannot be renewed', async () => {
  const token = createToken({ bearer: ' Bearer abc.def.ghi\n' }, 'http://127.0.0.1:1');
  expect(await token.get()).toBe('abc.def.ghi');
  expect(token.refused('abc.def.ghi')).toBe(false);
});

test.each(['two words', 'abc\r\nx-evil: 1', 'smart–dash', '   '])(
  '%j is no token, and is not told',
  (bearer) => {
    const open = () => createToken({ bearer }, 'http://127.0.0.1:1');
    expect(open).toThrow(expect.objectContaining({ code: 'no_credentials' }));
    expect(open).not.toThrow(bearer.trim() || 'never said');
  },
);

test('credentials of another vendor are none', () => {
  expect(() => createToken({ apiSecret: 'x' }, 'http://127.0.0.1:1')).toThrow(
    expect.objectContaining({ code: 'no_credentials' }),
  );
});

test.each([
  ['vendor_unauthorized', false, { status: 401 }],
  ['vendor_unauthorized', false, { status: 400, body: '{"message":["secretKey must be a string"]}' }],
  ['vendor_rate_limited', true, { status: 429, retryAfter: '7' }],
  ['vendor_failed', true, { status: 503 }],
  ['vendor_unreachable', true, { reset: true }],
  ['vendor_unexpected', true, { html: true }],
  ['vendor_unexpected', true, { status: 200, body: '{"data":{"bearer":"a\\nb"}}' }],
  ['vendor_unexpected', true, { status: 302 }],
] as const)(
  '%s (may pass: %s): nothing was begun with it, and no secret is told',
  async (code, mayPass, fault) => {
    const { server, token } = await start();
    server.fail(fault);
    const error = await token.get().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, unknownOutcome: false });
    if (code !== 'vendor_unexpected') expect(error).toMatchObject({ mayPass });
    if (code === 'vendor_rate_limited') expect(error).toMatchObject({ retryAfterMs: 7_000 });
    expect(inspect(error, { depth: 10 })).not.toContain(server.account.secretKey);
    expect(await token.get()).toEqual(expect.any(String));
  },
);

test.each([
  'x',
  'a.b.c',
  `a.${Buffer.from('{"exp":"soon"}').toString('base64url')}.c`,
  `a.${Buffer.from('{"exp":-1}').toString('base64url')}.c`,
  `a.${Buffer.from('null').toString('base64url')}.c`,
])('%s names no end', (bearer) => {
  expect(expiryOf(bearer)).toBeUndefined();
});
