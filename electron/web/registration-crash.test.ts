import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { Endpoint } from '../../shared/endpoints.ts';
import type { Seen } from '../core/vendors/testing/vendor-server.ts';
import { callerOf, newDataDir } from './testing/test-host.ts';
import { startWorld, type World } from './testing/world.ts';

/** A host that can be ended at any point, over a folder that stays. */
async function spawnHost(dataDir: string, tunnelHost: string) {
  const entry = fileURLToPath(new URL('./testing/run-host.ts', import.meta.url));
  const child = spawn(process.execPath, [entry, JSON.stringify({ dataDir, tunnelHost })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data')) as [Buffer];
  const host = JSON.parse(line.toString()) as { ui: string; token: string };
  return {
    ...callerOf(host),
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
type Spawned = Awaited<ReturnType<typeof spawnHost>>;

type Vendor = 'bithuman' | 'unith';

async function create(world: World, host: Spawned, vendor: Vendor): Promise<Endpoint> {
  const { bithuman, unith } = world;
  const credentials = vendor === 'bithuman' ? { apiSecret: bithuman.apiSecret } : unith.account;
  const apiBase = world[vendor].url;
  return host.get('endpoint.create', {
    vendor,
    name: 'x',
    credentials,
    options: { apiBase, dataBase: apiBase },
  });
}

/** Ends the host at the n-th moment of its talk with the vendor: before the call is carried out, or after it, unanswered. */
function killAt(world: World, vendor: Vendor, host: Spawned, n: number): Promise<'killed' | 'never'> {
  const { promise, resolve } = Promise.withResolvers<'killed'>();
  let moments = 0;
  world[vendor].onCall(async (_when: 'before' | 'after', { path }: Seen) => {
    if (path === '/auth/token' || moments++ !== n) return;
    await host.kill();
    resolve('killed');
  });
  return promise;
}

const registrationsOf = ({ bithuman, unith }: World, vendor: Vendor) =>
  vendor === 'bithuman'
    ? bithuman.webhooks.map(({ url }) => url)
    : unith.registrations.map(({ webhookUrl }) => webhookUrl);

async function deliversOf({ bithuman, unith }: World, vendor: Vendor): Promise<unknown[]> {
  if (vendor === 'unith') return unith.send('start_conversation', `s-${Math.random()}`);
  const entries = await bithuman.deliver('agent.ready', { code: `A-${Math.random()}` });
  return entries.map(({ status_code }) => status_code);
}

/** Which moments are tried: all would take minutes; each run covers the ones around what is made and kept. */
test.each<[Vendor, 'register' | 're-register', number[]]>([
  ['bithuman', 'register', [0, 3, 4, 5, 6, 7]],
  ['bithuman', 're-register', [3, 4, 5, 6, 7, 8, 9]],
  ['unith', 'register', [3, 5, 8, 10, 11, 12, 13]],
  ['unith', 're-register', [5, 8, 9, 10]],
])(
  '%s: ended at any step of %s, the next start ends with one registration and a secret that works',
  async (vendor, what, moments) => {
    const world = await startWorld();
    const dataDir = newDataDir();
    let host = await spawnHost(dataDir, world.tunnel.url);
    const { id: endpointId } = await create(world, host, vendor);
    if (what === 're-register') await host.get('endpoint.register', { endpointId });
    for (const n of moments) {
      if (what === 're-register') {
        // Another address at the next start.
        await host.kill();
        world.tunnel.rename(true);
        host = await spawnHost(dataDir, world.tunnel.url);
      }
      const killed = killAt(world, vendor, host, n);
      const asked = host.call('endpoint.register', { endpointId }).then(
        () => 'done',
        () => 'cut',
      );
      const how = await Promise.race([killed, asked]);
      if (how !== 'done') await killed;
      world[vendor].onCall(undefined);
      if (how !== 'done') host = await spawnHost(dataDir, world.tunnel.url);
      await expect
        .poll(async () => (await host.get('endpoint.list', {})).endpoints[0]?.registration.state, {
          timeout: 15_000,
        })
        .toBe('registered');
      const [endpoint] = (await host.get('endpoint.list', {})).endpoints;
      expect(registrationsOf(world, vendor)).toEqual([endpoint?.publicUrl]);
      expect(await deliversOf(world, vendor)).toEqual([200]);
    }
    await host.kill();
  },
  90_000,
);

test.each<[Vendor, number[]]>([
  ['bithuman', [0, 1, 2, 3]],
  ['unith', [1, 2, 3]],
])(
  '%s: ended at any step of unregister, the next start leaves nothing behind',
  async (vendor, moments) => {
    const world = await startWorld();
    const dataDir = newDataDir();
    let host = await spawnHost(dataDir, world.tunnel.url);
    const { id: endpointId } = await create(world, host, vendor);
    for (const n of moments) {
      await host.get('endpoint.register', { endpointId });
      const killed = killAt(world, vendor, host, n);
      void host.call('endpoint.unregister', { endpointId }).catch(() => undefined);
      await killed;
      world[vendor].onCall(undefined);
      host = await spawnHost(dataDir, world.tunnel.url);
      await expect.poll(() => registrationsOf(world, vendor), { timeout: 15_000 }).toEqual([]);
      await expect
        .poll(async () => (await host.get('endpoint.list', {})).endpoints[0]?.registration.state)
        .toBe('none');
    }
    await host.kill();
  },
  60_000,
);
