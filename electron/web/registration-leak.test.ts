import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listen } from './testing/listen.ts';
import { startWorld } from './testing/world.ts';

/** Every file of a folder, as text. */
function textsIn(folder: string): [name: string, text: string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => [name, readFileSync(join(folder, name), 'latin1')]);
}

test('no key, token or secret of a vendor or tunnel comes out: not in a push, a reply, a file or the log', async () => {
  const { bithuman, unith, tunnel, start, bithumanEndpoint, unithEndpoint } = await startWorld();
  const host = await start();
  const pushes = await listen(host);
  const ngrokToken = 'ngrok-token-2abcDEF';
  const replies: unknown[] = [await host.call('tunnel.setToken', { provider: 'ngrok', token: ngrokToken })];
  const a = await bithumanEndpoint(host);
  const u = await unithEndpoint(host);
  for (const { id: endpointId } of [a, u]) {
    replies.push(await host.call('endpoint.register', { endpointId }));
    replies.push(await host.call('registration.others', { endpointId }));
    replies.push(await host.call('registration.log', { endpointId }));
    replies.push(await host.call('endpoint.test', { endpointId }));
  }
  const secrets = [
    bithuman.apiSecret,
    unith.account.secretKey,
    unith.bearer(),
    ngrokToken,
    ...bithuman.webhooks.map(({ secret }) => secret),
    ...unith.registrations.map(({ sharedKey }) => sharedKey),
  ];
  expect(secrets).toHaveLength(6);
  // A vendor that sends them back in its errors.
  const echo = JSON.stringify({ message: secrets.join(' '), error: { message: bithuman.apiSecret } });
  bithuman.fail({ status: 400, body: echo }, { times: 20 });
  unith.fail({ status: 422, body: echo }, { times: 20 });
  for (const { id: endpointId } of [a, u]) {
    replies.push(await host.call('endpoint.register', { endpointId }));
    replies.push(await host.call('registration.log', { endpointId }));
  }
  replies.push(await host.call('endpoint.list', {}), await host.call('status.get', {}));
  replies.push(await host.call('tunnel.list', {}), await host.call('notice.list', {}));
  await tunnel.stop();
  await pushes.until('status', ({ tunnel }) => tunnel.state === 'retrying');
  await host.stop();

  const told: [string, string][] = [
    ['a push', JSON.stringify(pushes.heard)],
    ['a reply', JSON.stringify(replies)],
    ...textsIn(host.dataDir),
  ];
  for (const [where, text] of told)
    for (const secret of secrets) expect([where, text.includes(secret)]).toEqual([where, false]);
  expect(told.some(([where, text]) => where === 'registrations.json' && text.includes('made'))).toBe(true);
  expect(replies.some((reply) => JSON.stringify(reply).includes('vendor_refused'))).toBe(true);
});
