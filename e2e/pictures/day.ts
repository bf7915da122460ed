import { type RunningHost, startHost } from '../../bench/host.ts';
import type { Endpoint } from '../../shared/endpoints.ts';
import { callOf } from './call.ts';
import { type Avatar, cast, desk, type Moment, mira, okafor, secret, studio, talks } from './cast.ts';
import { idOf, type Told, writeHistory } from './history.ts';

/** Mira, Okafor and the front desk. */
const alive = 3;

const quiet = {
  alertJoined: false,
  alertStarted: false,
  alertConnection: false,
} as const;

/**
 * A host with days behind it and a way in that is proved. Nobody is told of anything, so that no notice is in a picture.
 */
export async function startDay(
  dataDir: string,
  days: number,
): Promise<{ host: RunningHost; endpoints: Endpoint[] }> {
  const first = await startHost(dataDir);
  const endpoints: Endpoint[] = [];
  for (const { name, vendor } of cast) {
    endpoints.push(await first.get('endpoint.create', { vendor, name, secret }));
  }
  await first.get('settings.set', quiet);
  await first.stop();

  const today = toldToday(Date.now());
  const sessions = writeHistory(dataDir, endpoints, days, today) + alive;
  const host = await startHost(dataDir);
  try {
    await host.get('settings.set', { tunnel: 'url', publicUrl: host.receiver });
    await until(async () => (await host.get('status.get', {})).tunnel.state === 'connected');
    // Until the sessions of the days before are ended, and all are counted.
    await until(async () => (await host.get('session.list', { state: 'live' })).sessions.length === alive);
    await until(async () => (await countSessions(host)) === sessions);
    const { endpoints: now } = await host.get('endpoint.list', {});
    return { host, endpoints: now };
  } catch (error) {
    await host.stop();
    throw error;
  }
}

/** What is alive in the pictures: each told some seconds before the pictures are taken. */
function toldToday(now: number): Told[] {
  const told: Told[] = [];
  const tell = (before: number, moment: Moment) => told.push({ at: now - before * 1000, moment });
  const talk = (avatar: Avatar, session: string, room: string, joined: number, said: readonly number[]) => {
    tell(joined, { avatar, session, room, kind: 'session.joined' });
    for (const [index, before] of said.entries()) {
      const text = talks.get(avatar)?.[0]?.[index] ?? '';
      tell(before, { avatar, session, kind: 'chat.message', role: index % 2 ? 'assistant' : 'user', text });
    }
  };
  tell(1560, { avatar: studio, session: '', kind: 'agent.ready' });
  talk(okafor, 'session_k2f4', 'algebra-2', 665, [640, 632, 401, 396, 118]);
  tell(38, { avatar: desk, session: 'session_d810', kind: 'session.started' });
  talk(mira, 'session_xyz789', 'customer-support', 252, [241, 239, 88, 66]);
  return told.sort((a, b) => a.at - b.at);
}

/** The newest word of all, through the real receiver. */
export async function tellNow(endpoints: readonly Endpoint[]): Promise<void> {
  const text = talks.get(mira)?.[0]?.[4] ?? '';
  const moment = {
    avatar: mira,
    session: 'session_xyz789',
    kind: 'chat.message',
    role: 'user',
    text,
  } as const;
  await send(moment, endpoints, callOf(moment, Date.now()));
}

/** A delivery whose secret is another one. */
export async function tellRefused(endpoints: readonly Endpoint[]): Promise<void> {
  const moment = { avatar: studio, session: '', kind: 'agent.ready' } as const;
  const call = callOf(moment, Date.now());
  const headers = Object.fromEntries(
    Object.entries(call.headers).map(([name, value]) => [
      name,
      value.startsWith('sha256=') ? `sha256=${'5e'.repeat(32)}` : value,
    ]),
  );
  await send(moment, endpoints, { ...call, headers });
}

async function send(
  { avatar }: Moment,
  endpoints: readonly Endpoint[],
  { headers, body }: ReturnType<typeof callOf>,
): Promise<void> {
  const id = idOf(avatar, endpoints);
  const url = endpoints.find((endpoint) => endpoint.id === id)?.localUrl ?? '';
  const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) });
  await response.arrayBuffer();
}

async function countSessions(host: RunningHost): Promise<number> {
  const { totals } = await host.get('insights.get', {
    from: null,
    to: new Date().toISOString(),
    timeZone: 'UTC',
  });
  return totals.sessions;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const ends = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > ends) throw new Error('It did not become so within 30 s.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
