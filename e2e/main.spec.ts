import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { newFolder } from '../bench/host.ts';
import { callChannel, pushChannel } from '../electron/shell/channels.ts';
import type { Order, OrderMessage, Told } from '../electron/shell/testing/fake-orders.ts';
import { buildIfStale } from '../scripts/build.mjs';
import type { Command, Input, Pushes, PushName, Value } from '../shared/contract.ts';
import type { Reply } from '../shared/errors.ts';
import { deliver, joined } from './host.ts';

/**
 * The built `main`, in a process of its own, with a fake in Electron's place that is made of Electron's types: what the
 * desktop host builds and connects, as far as that can be known without its runtime. The core behind it is the real one.
 */

const root = join(import.meta.dirname, '..');
const origin = 'app://greenroom';

type Did = Extract<Told, { is: 'did' }>;

class Main {
  readonly did: Did[] = [];
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;
  private readonly news = new EventEmitter().setMaxListeners(0);
  private orders = 0;
  private said = '';

  constructor(dataDir: string, ...args: string[]) {
    const register = join(root, 'electron/shell/testing/register-fake.ts');
    this.child = fork(
      join(root, 'out/main/main.js'),
      ['--data-dir', dataDir, '--receiver-port', '0', '--tunnel', 'off', ...args],
      { execArgv: ['--import', register], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
    );
    this.ended = once(this.child, 'exit').then(([code]) => {
      this.news.emit('news');
      return code as number | null;
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk) => {
        this.said += chunk;
      });
    }
    this.child.on('message', (told: Told) => {
      if (told.is === 'did') this.did.push(told);
      this.news.emit(told.is === 'did' ? 'news' : `answer ${told.id}`, told);
    });
  }

  async order(order: Order): Promise<unknown> {
    const id = ++this.orders;
    const answered = once(this.news, `answer ${id}`);
    this.child.send({ id, ...order } satisfies OrderMessage);
    const [{ value }] = (await answered) as [Extract<Told, { is: 'answer' }>];
    return value;
  }

  async call<C extends Command>(name: C, input: Input<C>): Promise<Value<C>> {
    const reply = (await this.order({
      do: 'call',
      channel: callChannel,
      origin,
      args: [name, input],
    })) as Reply<Value<C>>;
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}: ${reply.error.message}`);
    return reply.value;
  }

  /** The first thing that was done, already or from now on, that is as wanted. */
  async until(what: string, wanted: (...args: never[]) => boolean = () => true): Promise<Did> {
    for (;;) {
      const found = this.did.find((one) => one.what === what && wanted(...(one.args as never[])));
      if (found) return found;
      if (this.child.exitCode !== null) throw new Error(`main ended before ${what}: ${this.said}`);
      await once(this.news, 'news');
    }
  }

  /** A push that the page was sent. */
  async pushed<P extends PushName>(
    name: P,
    wanted: (value: Pushes[P]) => boolean = () => true,
  ): Promise<Pushes[P]> {
    const isIt = (channel: string, push: string, value: unknown) =>
      channel === pushChannel && push === name && wanted(value as Pushes[P]);
    const { args } = await this.until('window.send', isIt as (...args: never[]) => boolean);
    return args[2] as Pushes[P];
  }

  indexOf(what: string): number {
    return this.did.findIndex((one) => one.what === what);
  }

  end(): void {
    if (this.child.exitCode === null) this.child.kill('SIGKILL');
  }
}

let dataDir: string;
let main: Main;

test.beforeAll(() => buildIfStale());
test.beforeEach(() => {
  dataDir = newFolder();
  main = new Main(dataDir);
});
test.afterEach(async () => {
  main.end();
  await main.ended;
  rmSync(dataDir, { recursive: true, force: true });
});

test('puts up the walls before there is a page', async () => {
  await main.until('window.show');
  expect(main.did[main.indexOf('app.enableSandbox')]?.args).toEqual([false]);
  const [wasReady, schemes] = main.did[main.indexOf('protocol.registerSchemesAsPrivileged')]?.args ?? [];
  expect([wasReady, schemes]).toMatchObject([
    false,
    [{ scheme: 'app', privileges: { standard: true, secure: true } }],
  ]);
  const opened = main.indexOf('window.new');
  for (const wall of [
    'session.setPermissionRequestHandler',
    'session.setPermissionCheckHandler',
    'webRequest.onBeforeRequest',
  ]) {
    expect(main.indexOf(wall), wall).toBeGreaterThanOrEqual(0);
    expect(main.indexOf(wall), wall).toBeLessThan(opened);
  }
  expect(main.did[opened]?.args).toMatchObject([
    {
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false },
    },
  ]);
  const { args } = await main.until('window.new');
  const [options] = args as [{ webPreferences: { preload: string } }];
  expect(existsSync(options.webPreferences.preload)).toBe(true);
  expect(main.did[main.indexOf('window.loadURL')]?.args).toEqual([`${origin}/`]);
  const page = await main.order({ do: 'fetch', url: `${origin}/` });
  expect(page).toMatchObject({
    status: 200,
    headers: { 'content-security-policy': expect.stringContaining("default-src 'none'") },
  });
  expect(await main.order({ do: 'fetch', url: `${origin}/../main/main.js` })).toMatchObject({ status: 404 });
});

test('answers the page through dispatch, and nobody else', async () => {
  await main.until('window.show');
  const status = await main.call('status.get', {});
  expect(status).toMatchObject({
    host: 'desktop',
    receiver: { state: 'listening' },
    secrets: { state: 'ready' },
    desktop: { update: { state: 'unsupported' }, login: { state: 'unavailable' } },
  });
  const stranger: Order = {
    do: 'call',
    channel: callChannel,
    origin: 'https://example.org',
    args: ['status.get', {}],
  };
  expect(await main.order(stranger)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  await expect(main.call('nothing' as Command, {})).rejects.toThrow('unknown_command');
});

test('a real delivery reaches the page, rings, is in the tray, and a click opens its session', async () => {
  await main.until('window.show');
  await main.order({ do: 'listen', channel: pushChannel, origin });
  await main.pushed('status');
  const endpoint = await main.call('endpoint.create', {
    vendor: 'bithuman-dashboard',
    name: 'Lobby',
    secret: 's',
  });
  expect(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).toContain('system:');
  expect(await deliver(endpoint.localUrl, 'wrong', joined('visit'))).toBe(401);
  expect(await deliver(endpoint.localUrl, 's', joined('visit'))).toBe(200);
  const { sessionId = '' } = await main.pushed('feed', ({ kind }) => kind === 'session.joined');
  const alert = await main.pushed('alert');
  await main.until('notification.new', (({ title }: { title: string }) => title === alert.title) as never);
  await main.pushed('status', ({ alerts }) => alerts.state === 'working');
  await main.until('app.setBadgeCount', ((count: number) => count === 1) as never);

  const session = `${origin}/#/sessions/${sessionId}`;
  const isSession = ((url: string) => url === session) as never;
  await main.order({ do: 'emit', on: 'notification', event: 'click', args: [] });
  await main.until('window.loadURL', isSession);

  await main.until('tray.setContextMenu', ((labels: string[]) =>
    labels.some((label) => label.includes('Lobby'))) as never);
  const clicked = main.did.length;
  await main.order({ do: 'click', label: 'Settings' });
  await main.until('window.loadURL', ((url: string) => url.endsWith('#/settings')) as never);
  expect(await main.order({ do: 'click', label: 'Lobby' })).toContain('Lobby');
  await expect
    .poll(() =>
      main.did.slice(clicked).filter(({ what, args }) => what === 'window.loadURL' && args[0] === session),
    )
    .toHaveLength(1);
});

test('closing hides it and says so once; a second start, a link and the dock bring it back', async () => {
  await main.until('window.show');
  const hides = () => main.did.filter(({ what }) => what === 'window.hide').length;
  const shows = () => main.did.filter(({ what }) => what === 'window.show').length;
  expect(await main.order({ do: 'emit', on: 'window', event: 'close', args: [] })).toBe(true);
  expect(hides()).toBe(1);
  await main.until('notification.new', (({ title }: { title: string }) =>
    /keeps running/.test(title)) as never);
  const said = main.did.filter(({ what }) => what === 'notification.new').length;

  await main.order({ do: 'emit', on: 'app', event: 'second-instance', args: [['greenroom']] });
  expect(shows()).toBe(2);
  await main.order({ do: 'emit', on: 'window', event: 'close', args: [] });
  await main.order({ do: 'emit', on: 'app', event: 'second-instance', args: [['greenroom', '--hidden']] });
  expect(shows()).toBe(2);
  await main.order({ do: 'emit', on: 'app', event: 'open-url', args: ['greenroom://session/abc'] });
  await main.until('window.loadURL', ((url: string) => url === `${origin}/#/sessions/abc`) as never);
  await main.order({ do: 'emit', on: 'window', event: 'close', args: [] });
  await main.order({ do: 'emit', on: 'app', event: 'activate', args: [] });
  expect([hides(), shows()]).toEqual([3, 4]);
  expect(main.did.filter(({ what }) => what === 'notification.new')).toHaveLength(said);
  expect(main.did.filter(({ what }) => what === 'window.new')).toHaveLength(1);
});

test('a start at login shows no window, receives all the same, and the tray tells', async () => {
  main.end();
  await main.ended;
  main = new Main(dataDir, '--hidden');
  const { args } = await main.until('tray.new');
  expect(args[0]).toMatch(/resources[\\/]tray[\\/]offline/);
  expect(existsSync(String(args[0]))).toBe(true);
  expect(main.indexOf('window.new')).toBe(-1);
  await main.order({ do: 'click', label: 'Open' });
  await main.until('window.show');
  expect((await main.call('status.get', {})).receiver.state).toBe('listening');
});

test('quitting stops what runs, lets go of the folder, and ends with 0', async () => {
  await main.until('tray.setContextMenu');
  expect(await main.order({ do: 'click', label: 'Quit' })).toBe('Quit Greenroom');
  expect(await main.ended).toBe(0);
  expect(main.indexOf('tray.destroy')).toBeGreaterThan(0);
  expect(readFileSync(join(dataDir, 'greenroom.log'), 'utf8')).toContain('"stopped"');
  const again = new Main(dataDir);
  await again.until('window.show');
  again.end();
  await again.ended;
});
