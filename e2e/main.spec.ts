import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { newFolder } from '../bench/host.ts';
import { callChannel, pushChannel } from '../electron/shell/channels.ts';
import type { Order } from '../electron/shell/testing/fake-orders.ts';
import { buildIfStale } from '../scripts/build.mjs';
import type { Command } from '../shared/contract.ts';
import { deliver, joined } from './host.ts';
import { Main, origin } from './main-process.ts';
import { publish } from './release-feed.ts';

/**
 * The built `main`, in a process of its own, with a fake in Electron's place that is made of Electron's types: what the
 * desktop host builds and connects, as far as that can be known without its runtime. The core behind it is the real one.
 */

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

test('another language reaches the alerts and the tray at once', async () => {
  await main.until('window.show');
  const has = (wanted: string) => ((labels: string[]) => labels.includes(wanted)) as never;
  await main.until('tray.setContextMenu', has('Quit Greenroom'));
  await main.call('settings.set', { language: 'de' });
  await main.until('tray.setContextMenu', has('Greenroom beenden'));
  await main.call('alert.try', {});
  await main.until(
    'notification.new',
    (({ title }: { title: string }) => title === 'Greenroom kann melden') as never,
  );
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
  main = new Main(dataDir, { args: ['--hidden'] });
  const { args } = await main.until('tray.new');
  expect(args[0]).toMatch(/resources[\\/]tray[\\/]offline/);
  expect(existsSync(String(args[0]))).toBe(true);
  expect(main.indexOf('window.new')).toBe(-1);
  await main.order({ do: 'click', label: 'Open' });
  await main.until('window.show');
  expect((await main.call('status.get', {})).receiver.state).toBe('listening');
});

test('a start beside a running app opens nothing, and ends with 0', async () => {
  await main.until('window.show');
  const second = new Main(dataDir, { env: { GREENROOM_FAKE_SECOND: '1' } });
  expect(await second.ended).toBe(0);
  expect(second.did.filter(({ what }) => /^(window|tray|notification|session)\./.test(what))).toEqual([]);
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

test.describe('a newer version', () => {
  /** Stands for the AppImage: both versions say that they ran. */
  const program = (version: string, ran: string) =>
    `#!/bin/sh\n[ -n "$APPIMAGE_EXIT_AFTER_INSTALL" ] || echo ${version} > '${ran}'\n`;
  let folder: string;
  let appImage: string;
  let ran: string;
  let feed: Awaited<ReturnType<typeof publish>>;

  /** The real updater, packed as an AppImage, with a feed on this machine. */
  async function startPacked(change: { sha512?: string } = {}): Promise<void> {
    main.end();
    await main.ended;
    folder = newFolder();
    appImage = join(folder, 'Greenroom.AppImage');
    ran = join(folder, 'ran');
    writeFileSync(appImage, program('1.0.0', ran), { mode: 0o755 });
    feed = await publish({
      version: '1.1.0',
      file: program('1.1.0', ran),
      notes: '<p>Faster.</p>',
      ...change,
    });
    const resources = join(folder, 'resources');
    mkdirSync(resources);
    writeFileSync(
      join(resources, 'app-update.yml'),
      `provider: generic\nurl: ${feed.url}\nupdaterCacheDirName: greenroom-updater\n`,
    );
    const env = {
      GREENROOM_FAKE_RESOURCES: resources,
      APPIMAGE: appImage,
      APPDIR: dirname(process.execPath),
      XDG_CACHE_HOME: join(folder, 'cache'),
    };
    main = new Main(dataDir, { env });
    await main.until('window.show');
    await main.order({ do: 'listen', channel: pushChannel, origin });
  }
  const reached = (state: string) => main.pushed('status', ({ desktop }) => desktop?.update.state === state);

  test.skip(process.platform !== 'linux', 'installed without a system only where that is a plain file');
  test.afterEach(async () => {
    await feed.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is told, loaded on consent only, installed and started when asked for', async () => {
    await startPacked();
    expect((await main.call('status.get', {})).desktop?.update).toEqual({ state: 'idle' });
    expect((await main.call('update.check', {})).desktop?.update).toMatchObject({
      state: 'available',
      version: '1.1.0',
      notes: 'Faster.',
    });
    expect(feed.asked.filter((path) => path.endsWith('.AppImage'))).toEqual([]);
    await expect(main.call('update.install', {})).rejects.toThrow('not_available');
    await main.call('update.download', {});
    await reached('ready');
    // Not the page's session, which has no way out.
    expect(main.did.find(({ what }) => what === 'session.fromPartition')?.args).toEqual(['electron-updater']);
    expect(readFileSync(appImage, 'utf8')).toBe(program('1.0.0', ran));
    await main.call('update.install', {});
    expect(await main.ended).toBe(0);
    expect(readFileSync(appImage, 'utf8')).toBe(program('1.1.0', ran));
    await expect.poll(() => existsSync(ran) && readFileSync(ran, 'utf8')).toBe('1.1.0\n');
    expect(readFileSync(join(dataDir, 'greenroom.log'), 'utf8')).toContain('"stopped"');
  });

  test('is installed, and not started, when the app is quit', async () => {
    await startPacked();
    await main.call('update.check', {});
    await main.call('update.download', {});
    await reached('ready');
    await main.order({ do: 'click', label: 'Quit' });
    expect(await main.ended).toBe(0);
    expect(readFileSync(appImage, 'utf8')).toBe(program('1.1.0', ran));
    expect(existsSync(ran)).toBe(false);
  });

  test('that cannot be installed leaves no app behind that nobody sees', async () => {
    await startPacked();
    await main.call('update.check', {});
    await main.call('update.download', {});
    await reached('ready');
    // Moved meanwhile.
    rmSync(appImage);
    await main.call('update.install', {});
    expect(await main.ended).toBe(0);
    expect([existsSync(appImage), existsSync(ran)]).toEqual([false, false]);
  });

  test('that came damaged is not installed, and why is told', async () => {
    await startPacked({ sha512: Buffer.alloc(64).toString('base64') });
    await main.call('update.check', {});
    await main.call('update.download', {});
    const { desktop } = await reached('failed');
    expect(desktop?.update).toMatchObject({ version: '1.1.0', reason: expect.stringContaining('damaged') });
    await main.order({ do: 'click', label: 'Quit' });
    expect(await main.ended).toBe(0);
    expect(readFileSync(appImage, 'utf8')).toBe(program('1.0.0', ran));
  });

  test('cannot be known without a feed that answers, and that is told to who asks', async () => {
    await startPacked();
    await feed.close();
    expect((await main.call('update.check', {})).desktop?.update).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('connection'),
    });
  });
});
