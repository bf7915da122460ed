import { startTunnelServer, type TunnelServer } from '../electron/core/tunnels/testing/tunnel-server.ts';
import {
  type BithumanServer,
  startBithumanServer,
} from '../electron/core/vendors/testing/bithuman-server.ts';
import { startUnithServer, type UnithServer } from '../electron/core/vendors/testing/unith-server.ts';
import { newFolder, type RunningHost, startHost } from './host.ts';
import type { Row } from './report.ts';

const CLICKS = 5;
const CHANGES = 50;
const AWAY_MS = 60_000;
const LOOK_MS = 100;

/** From a click to green; addresses that change; a tunnel server that goes away, falls silent, or is not there yet. */
export async function connect(): Promise<Row[]> {
  const tunnel = await startTunnelServer();
  const bithuman = await startBithumanServer({ pauses: [100, 200] });
  const unith = await startUnithServer({ pauses: [100, 200, 400] });
  try {
    return [
      ...(await clicks(tunnel, bithuman, unith)),
      ...(await changes(tunnel, bithuman, unith)),
      ...(await away(tunnel, bithuman)),
      ...(await silent(tunnel)),
      ...(await offline(tunnel)),
    ];
  } finally {
    await Promise.all([tunnel.close(), bithuman.close(), unith.close()]);
  }
}

const start = (tunnel: TunnelServer, dataDir = newFolder(), more: string[] = []) =>
  startHost(dataDir, ['--ui-port', '0', '--receiver-port', '0', '--tunnel-host', tunnel.url, ...more]);

async function clicks(tunnel: TunnelServer, bithuman: BithumanServer, unith: UnithServer): Promise<Row[]> {
  bithuman.slow(200);
  unith.slow(200);
  const worst = { bithuman: 0, unith: 0 };
  for (let i = 0; i < CLICKS; i++) {
    for (const vendor of ['bithuman', 'unith'] as const) {
      const host = await start(tunnel);
      const endpointId = await create(host, vendor, bithuman, unith);
      const began = performance.now();
      const { registration } = await host.get('endpoint.register', { endpointId });
      if (registration.state !== 'registered') throw new Error(`It is ${registration.state}.`);
      worst[vendor] = Math.max(worst[vendor], Math.round(performance.now() - began));
      await host.stop();
    }
  }
  bithuman.slow(0);
  unith.slow(0);
  const aim = { is: 'at most', value: 3000 } as const;
  return [
    { what: 'from the click to confirmed, bitHuman, slowest', value: worst.bithuman, unit: 'ms', aim },
    { what: 'from the click to confirmed, UNITH, slowest', value: worst.unith, unit: 'ms', aim },
  ];
}

async function changes(tunnel: TunnelServer, bithuman: BithumanServer, unith: UnithServer): Promise<Row[]> {
  const host = await start(tunnel);
  for (const vendor of ['bithuman', 'unith'] as const) {
    await host.get('endpoint.register', { endpointId: await create(host, vendor, bithuman, unith) });
  }
  const stop = new AbortController();
  const statuses: (number | null)[] = [];
  const accepted = new Set<string>();
  const load = deliverOn(bithuman, stop.signal, statuses, accepted);
  tunnel.rename(true);
  const took: number[] = [];
  for (let i = 0; i < CHANGES; i++) {
    const before = (await host.get('status.get', {})).tunnel.publicUrl;
    const began = performance.now();
    await tunnel.stop();
    await tunnel.restart();
    await until(async () => {
      const { tunnel } = await host.get('status.get', {});
      const { endpoints } = await host.get('endpoint.list', {});
      const isNew = tunnel.state === 'connected' && tunnel.publicUrl !== before;
      return (
        isNew &&
        endpoints.every(
          ({ registration, publicUrl }) =>
            registration.state === 'registered' && registration.url === publicUrl,
        )
      );
    });
    took.push(performance.now() - began);
    // Deliveries come through the new address before it changes again.
    await rest(600);
  }
  tunnel.rename(false);
  stop.abort();
  await load;
  const stored = new Set<string>();
  for (let after = 0; ; ) {
    const { events, more } = await host.get('feed.page', { after, limit: 500 });
    for (const { agentId } of events) if (agentId !== undefined) stored.add(agentId);
    after = events[0]?.seq ?? after;
    if (!more) break;
  }
  const lost = [...accepted].filter((code) => !stored.has(code)).length;
  const left = Math.max(bithuman.webhooks.length, unith.registrations.length);
  const fewest = Math.min(bithuman.webhooks.length, unith.registrations.length);
  await host.stop();
  const sorted = took.toSorted((a, b) => a - b);
  const none = { is: 'at most', value: 0 } as const;
  return [
    {
      what: `registrations at each vendor after ${CHANGES} address changes, most`,
      value: left,
      unit: '',
      aim: { is: 'at most', value: 1 },
    },
    { what: 'the same, fewest', value: fewest, unit: '', aim: { is: 'at least', value: 1 } },
    {
      what: 'a change until both vendors are told and it is proved, p95',
      value: Math.round(sorted[Math.floor(CHANGES * 0.95)] ?? 0),
      unit: 'ms',
    },
    { what: 'deliveries meanwhile, answered 200', value: accepted.size, unit: '' },
    {
      what: 'refused for their signature',
      value: statuses.filter((status) => status === 401).length,
      unit: '',
      aim: none,
    },
    { what: 'answered 200 and not in the feed', value: lost, unit: '', aim: none },
  ];
}

/** Ten a second to whatever is registered, half of them signed with the secret of before. */
async function deliverOn(
  bithuman: BithumanServer,
  signal: AbortSignal,
  statuses: (number | null)[],
  accepted: Set<string>,
): Promise<void> {
  let former: string | undefined;
  let current: string | undefined;
  for (let n = 0; !signal.aborted; n++) {
    const webhook = bithuman.webhooks.at(-1);
    if (webhook) {
      if (webhook.secret !== current) {
        former = current;
        current = webhook.secret;
      }
      const secret = n % 2 === 1 && former !== undefined ? former : webhook.secret;
      const code = `load-${n}`;
      const { status_code } = await bithuman.attempt(
        { id: 'load', url: webhook.url, secret },
        'agent.ready',
        { code },
      );
      statuses.push(status_code);
      if (status_code === 200) accepted.add(code);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

async function away(tunnel: TunnelServer, bithuman: BithumanServer): Promise<Row[]> {
  const host = await start(tunnel);
  const { url: apiBase, apiSecret } = bithuman;
  const { id: endpointId } = await host.get('endpoint.create', {
    vendor: 'bithuman',
    name: 'Away',
    credentials: { apiSecret },
    options: { apiBase },
  });
  await host.get('endpoint.register', { endpointId });
  tunnel.rename(true);
  await tunnel.stop();
  let wrong = 0;
  const end = performance.now() + AWAY_MS;
  // The first second is for learning it.
  await rest(1000);
  while (performance.now() < end) {
    const { tunnel } = await host.get('status.get', {});
    if (tunnel.state === 'connected' || tunnel.state === 'unproved') wrong++;
    await rest(1000);
  }
  await tunnel.restart();
  const began = performance.now();
  await until(async () => (await host.get('status.get', {})).tunnel.state === 'connected');
  const connected = Math.round(performance.now() - began);
  await until(async () => {
    const [endpoint] = (await host.get('endpoint.list', {})).endpoints;
    return endpoint?.registration.state === 'registered' && endpoint.registration.url === endpoint.publicUrl;
  });
  const registered = Math.round(performance.now() - began);
  tunnel.rename(false);
  await host.stop();
  const aim = { is: 'at most', value: 15_000 } as const;
  return [
    {
      what: 'tunnel server away for 60 s: seconds with a wrong state',
      value: wrong,
      unit: '',
      aim: { is: 'at most', value: 0 },
    },
    { what: 'back: until connected', value: connected, unit: 'ms', aim },
    { what: 'back: until registered anew', value: registered, unit: 'ms', aim },
  ];
}

async function silent(tunnel: TunnelServer): Promise<Row[]> {
  const host = await start(tunnel, newFolder(), ['--tunnel', 'localtunnel']);
  const isConnected = async () => (await host.get('status.get', {})).tunnel.state === 'connected';
  await until(isConnected);
  tunnel.silence(true);
  const began = performance.now();
  await until(async () => !(await isConnected()));
  const seen = Math.round(performance.now() - began);
  await rest(10_000);
  tunnel.silence(false);
  const back = performance.now();
  await until(isConnected);
  const mended = Math.round(performance.now() - back);
  await host.stop();
  return [
    {
      what: 'tunnel server falls silent: until it is seen',
      value: seen,
      unit: 'ms',
      aim: { is: 'at most', value: 45_000 },
    },
    {
      what: 'it answers again: until connected',
      value: mended,
      unit: 'ms',
      aim: { is: 'at most', value: 15_000 },
    },
  ];
}

async function offline(tunnel: TunnelServer): Promise<Row[]> {
  await tunnel.stop();
  const host = await start(tunnel, newFolder(), ['--tunnel', 'localtunnel']);
  await until(async () => (await host.get('status.get', {})).tunnel.state === 'retrying');
  await rest(5_000);
  await tunnel.restart();
  const began = performance.now();
  await until(async () => (await host.get('status.get', {})).tunnel.state === 'connected');
  const connected = Math.round(performance.now() - began);
  await host.stop();
  return [
    { what: 'started without network: until the app is up', value: host.startedIn, unit: 'ms' },
    {
      what: 'the network comes: until connected',
      value: connected,
      unit: 'ms',
      aim: { is: 'at most', value: 15_000 },
    },
  ];
}

async function create(
  host: RunningHost,
  vendor: 'bithuman' | 'unith',
  bithuman: BithumanServer,
  unith: UnithServer,
): Promise<string> {
  const apiBase = vendor === 'bithuman' ? bithuman.url : unith.url;
  const credentials = vendor === 'bithuman' ? { apiSecret: bithuman.apiSecret } : unith.account;
  const made = await host.get('endpoint.create', {
    vendor,
    name: vendor,
    credentials,
    options: { apiBase, dataBase: apiBase },
  });
  return made.id;
}

async function until(is: () => Promise<boolean>): Promise<void> {
  while (!(await is())) await rest(LOOK_MS);
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
