import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inputs } from '../../shared/contract.ts';
import { type Listener, listen } from './testing/listen.ts';
import { rawCall } from './testing/raw-call.ts';
import { startTestHost, type TestHost } from './testing/test-host.ts';

let host: TestHost;
let pushes: Listener;
let endpointId: string;

beforeAll(async () => {
  host = await startTestHost();
  pushes = await listen(host);
  ({ id: endpointId } = await host.get('endpoint.create', {
    vendor: 'unith',
    name: 'E',
    verification: 'none',
  }));
});
afterAll(async () => {
  pushes.close();
  await host.stop();
});

const secretText = fc.stringMatching(/^[a-zA-Z0-9_-]{12,40}$/).map((text) => `whsec_${text}`);
const commands = fc.constantFrom(...Object.keys(inputs));

/** Inputs that no command takes, with the secret wherever text can stand, as a value and as a name. */
const wrong = (secret: string) =>
  fc.constantFrom<unknown>(
    secret,
    [secret],
    { [secret]: secret },
    { endpointId: { secret } },
    { endpointId: 'none', secret: [secret] },
    { endpointId: 'none', secret: { value: secret } },
    { endpointId: 'none', header: secret },
    { endpointId: 'none', header: { name: `${secret} `, value: secret } },
    { endpointId: 'none', header: { name: 'X', value: `${secret}\n` } },
    { endpointId: 'none', header: { name: 'X', value: secret, [secret]: secret } },
    { endpointId: 'none', credentials: { password: secret } },
    { endpointId: 'none', credentials: { apiSecret: secret, bearer: secret } },
    { endpointId: 'none', credentials: secret },
    { endpointId: 'none', secret: `${secret}${'x'.repeat(4096)}` },
    { endpointId: secret, secret, name: 7 },
    { vendor: secret, name: 'E', secret },
    { vendor: 'unith', name: [secret], secret },
    { vendor: 'unith', name: `${secret}\u0000`, secret },
    { vendor: 'unith', name: 'E', secret, verification: secret },
    { vendor: 'unith', name: 'E', options: { apiBase: `http://${secret}` } },
    { vendor: 'unith', name: 'E', options: { apiBase: `https://user:${secret}@example.org` } },
    { vendor: 'unith', name: 'E', options: { events: secret, [secret]: 1 } },
    { sessionId: secret },
    { deliveryId: secret },
    { before: secret },
    { kinds: [secret] },
    { verdict: secret },
    { theme: secret, tunnel: secret },
    { query: { secret } },
  );

function everythingKept(): string {
  return readdirSync(host.dataDir)
    .map((file) => readFileSync(join(host.dataDir, file), 'latin1'))
    .join('\n');
}

test('no refusal, push, log, list or file repeats a secret that came in the wrong place', async () => {
  const sent = new Set<string>();
  const call = async (path: string, body: string, more: Record<string, string> = {}) => {
    const headers = { authorization: `Bearer ${host.token}`, 'content-type': 'application/json', ...more };
    const answer = await rawCall(host.ui, path, { method: 'POST', headers, body });
    return JSON.stringify(answer.headers) + answer.body;
  };
  await fc.assert(
    fc.asyncProperty(
      secretText.chain((secret) => fc.tuple(fc.constant(secret), commands, wrong(secret))),
      async ([secret, command, input]) => {
        sent.add(secret);
        const said = await call(`/api/${command}`, JSON.stringify(input));
        expect(said).not.toContain(secret);
      },
    ),
    { numRuns: 200 },
  );
  const secret = 'whsec_in-a-broken-call';
  sent.add(secret);
  for (const said of await Promise.all([
    call('/api/endpoint.setSecret', `{"endpointId":"${endpointId}","secret":"${secret}`),
    call(`/api/${secret}`, '{}'),
    call(`/${secret}/%zz`, '{}'),
    call('/api/endpoint.list', secret, { 'content-type': secret }),
    call('/api/endpoint.list', '{}', { authorization: secret, cookie: `greenroom=${secret}` }),
    call('/api/endpoint.list', '{}', { host: secret, origin: `https://${secret}` }),
  ])) {
    expect(said).not.toContain(secret);
  }

  const shown = JSON.stringify([
    pushes.heard,
    await host.get('endpoint.list', {}),
    await host.get('notice.list', {}),
    await host.get('status.get', {}),
    await host.get('delivery.list', {}),
  ]);
  const kept = everythingKept();
  for (const one of sent) {
    expect(shown.includes(one)).toBe(false);
    expect(kept.includes(one)).toBe(false);
  }
});

test('a secret in its right place goes down and never up', async () => {
  const secret = 'whsec_rightly-placed-4711';
  const from = pushes.heard.length;
  const given = {
    secret,
    header: { name: 'X-Key', value: `${secret}-header` },
    credentials: { bearer: `${secret}-b` },
  };
  const replies: unknown[] = [
    await host.call('endpoint.create', { vendor: 'unith', name: 'E', ...given }),
    await host.call('endpoint.setSecret', { endpointId, ...given }),
    await host.call('endpoint.update', { endpointId, name: 'E2' }),
    await host.call('sample.send', { endpointId }),
    await host.call('endpoint.setSecret', { endpointId: 'none', ...given }),
    await host.call('endpoint.list', {}),
    await host.call('delivery.list', {}),
    await host.call('feed.page', {}),
    await host.call('session.list', {}),
  ];
  const { deliveries } = await host.get('delivery.list', {});
  for (const { id: deliveryId } of deliveries) replies.push(await host.call('delivery.get', { deliveryId }));
  await pushes.until('delivery');
  expect(JSON.stringify([replies, pushes.heard.slice(from)])).not.toContain(secret);
  expect(everythingKept()).not.toContain(secret);
});
