import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readHostFile, writeHostFile } from './host-file.ts';
import { deliver, started } from './testing/deliver.ts';
import { newDataDir, startTestHost, type TestHost } from './testing/test-host.ts';

const running: TestHost[] = [];
const servers: Server[] = [];

async function start(options?: Parameters<typeof startTestHost>[0]): Promise<TestHost> {
  const host = await startTestHost(options);
  running.push(host);
  return host;
}

async function takePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((host) => host.stop()));
  await Promise.all(servers.splice(0).map((server) => once(server.close(), 'close')));
});

test('host.json says exactly where it is, for its owner alone, and goes with it', async () => {
  const host = await start();
  const file = join(host.dataDir, 'host.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    ui: host.ui,
    receiver: host.receiver,
    token: host.token,
    pid: process.pid,
  });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  for (const url of [host.ui, host.receiver]) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await host.stop();
  expect(existsSync(file)).toBe(false);
});

test('all that it keeps is for its owner alone', async () => {
  const dataDir = join(newDataDir(), 'new');
  const host = await start({ dataDir });
  const { id: endpointId } = await host.get('endpoint.create', { vendor: 'unith', name: 'E', secret: 's' });
  await host.get('sample.send', { endpointId });
  await fetch(host.link());
  await host.get('settings.set', { theme: 'dark' });
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  const names = readdirSync(dataDir);
  expect(names).toEqual(
    expect.arrayContaining([
      'config.json',
      'secrets.json',
      'secrets.key',
      'greenroom.log',
      'host.json',
      'web-sessions.json',
    ]),
  );
  for (const name of names) expect([name, statSync(join(dataDir, name)).mode & 0o077]).toEqual([name, 0]);
});

test('a folder is held by one host, and free once it has stopped', async () => {
  const first = await start();
  const before = readFileSync(join(first.dataDir, 'host.json'), 'utf8');
  await expect(start({ dataDir: first.dataDir })).rejects.toThrow(
    expect.objectContaining({ code: 'folder_in_use' }),
  );
  expect(readFileSync(join(first.dataDir, 'host.json'), 'utf8')).toBe(before);
  expect((await fetch(first.ui)).status).toBe(200);
  await Promise.all([first.stop(), first.stop()]);
  await first.stop();
  await start({ dataDir: first.dataDir });
});

test('what a killed host left is written over', async () => {
  const dataDir = newDataDir();
  writeHostFile(dataDir, { ui: 'http://127.0.0.1:1', receiver: 'http://127.0.0.1:2', token: 'old', pid: 1 });
  chmodSync(join(dataDir, 'host.json'), 0o644);
  const host = await start({ dataDir });
  expect(readHostFile(dataDir)).toMatchObject({ ui: host.ui, token: host.token });
  expect(statSync(join(dataDir, 'host.json')).mode & 0o777).toBe(0o600);
});

describe('where it cannot start, it says why, and nothing stays behind', () => {
  test('a port that was asked for and is taken', async () => {
    const port = await takePort();
    const dataDir = newDataDir();
    const refusal = (option: string) =>
      expect.objectContaining({
        code: 'port_taken',
        message: expect.stringMatching(new RegExp(`^Port ${port} is taken.*${option}`)),
      });
    await expect(start({ dataDir, uiPort: port })).rejects.toThrow(refusal('--ui-port'));
    await expect(start({ dataDir, options: { receiverPort: port } })).rejects.toThrow(
      refusal('--receiver-port'),
    );
    expect(existsSync(join(dataDir, 'host.json'))).toBe(false);
    await start({ dataDir });
  });

  test.each(['config.json', 'secrets.json', 'host.json', 'greenroom.db', 'lock.db', 'greenroom.log'])(
    'a folder in the place of %s',
    async (name) => {
      const dataDir = newDataDir();
      mkdirSync(join(dataDir, name));
      await expect(start({ dataDir })).rejects.toThrow(
        expect.objectContaining({ code: 'store_failed', message: expect.stringContaining(dataDir) }),
      );
      rmdirSync(join(dataDir, name));
      await start({ dataDir });
    },
  );
});

test('a damaged list of endpoints is set aside, and the user is told', async () => {
  const dataDir = newDataDir();
  writeFileSync(join(dataDir, 'config.json'), '{"version":1,');
  writeFileSync(join(dataDir, 'secrets.json'), '{');
  const host = await start({ dataDir });
  const { notices } = await host.get('notice.list', {});
  expect(notices.map(({ code }) => code).sort()).toEqual(['config_set_aside', 'secrets_set_aside']);
  expect(readdirSync(dataDir).filter((name) => name.includes('.damaged-'))).toHaveLength(2);
  expect((await host.get('endpoint.list', {})).endpoints).toEqual([]);
});

test('a damaged store is set aside, and the endpoints stay', async () => {
  const first = await start();
  const endpoint = await first.get('endpoint.create', { vendor: 'unith', name: 'E', secret: 's' });
  await deliver(endpoint, started(), { secret: 's' });
  await first.stop();
  writeFileSync(join(first.dataDir, 'greenroom.db'), 'no database '.repeat(1000));
  const again = await start({ dataDir: first.dataDir });
  const [same] = (await again.get('endpoint.list', {})).endpoints;
  expect(same).toMatchObject({ id: endpoint.id, key: endpoint.key });
  expect((await again.get('notice.list', {})).notices).toMatchObject([{ code: 'store_set_aside' }]);
  expect((await deliver(same ?? endpoint, started(), { secret: 's' })).status).toBe(200);
  expect((await again.get('status.get', {})).lastSeq).toBe(1);
});

test('a change that the disk does not take is refused in words, over HTTP as well', async () => {
  const host = await start();
  const made = await host.get('endpoint.create', { vendor: 'unith', name: 'E', secret: 's' });
  // What is to be renamed into its place cannot be, whoever asks.
  const path = join(host.dataDir, 'config.json.next');
  mkdirSync(path);
  const refusal = { ok: false, error: { code: 'store_failed' } };
  expect(await host.call('settings.set', { theme: 'dark' })).toMatchObject(refusal);
  expect(await host.call('endpoint.update', { endpointId: made.id, name: 'F' })).toMatchObject(refusal);
  expect(await host.call('endpoint.setSecret', { endpointId: made.id, secret: 't' })).toMatchObject(refusal);
  expect(await host.call('endpoint.delete', { endpointId: made.id })).toMatchObject(refusal);
  expect((await host.get('endpoint.list', {})).endpoints).toEqual([made]);
  expect((await host.get('settings.get', {})).theme).toBe('system');
  expect((await deliver(made, started(), { secret: 's' })).status).toBe(200);
  expect((await deliver(made, started(), { secret: 't' })).status).toBe(401);
  rmdirSync(path);
  expect((await host.call('settings.set', { theme: 'dark' })).ok).toBe(true);
});

test('vendors hear 503 while it stops, and what was accepted is there afterwards', async () => {
  const host = await start();
  const endpoint = await host.get('endpoint.create', { vendor: 'unith', name: 'E', verification: 'none' });
  const answers = new Map<string, Promise<number>>();
  const send = (id: string) =>
    answers.set(
      id,
      deliver(endpoint, started(id)).then(
        ({ status }) => status,
        () => 0,
      ),
    );
  for (let i = 0; i < 50; i++) send(`before-${i}`);
  await answers.get('before-0');
  const stopped = host.stop();
  for (let i = 0; i < 20; i++) send(`while-${i}`);
  await stopped;
  const said = new Map<string, number>();
  for (const [id, answer] of answers) said.set(id, await answer);
  for (const status of said.values()) expect([200, 503, 0]).toContain(status);

  const again = await start({ dataDir: host.dataDir });
  const { sessions } = await again.get('session.list', { limit: 500 });
  const kept = new Set(sessions.map(({ vendorSessionId }) => vendorSessionId));
  for (const [id, status] of said) if (status === 200) expect(kept).toContain(id);
});
