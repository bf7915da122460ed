import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { fakeEvents } from '../testing.ts';
import type { Updater } from './updater.ts';
import { createUpdates, type UpdatesParts } from './updates.ts';

type Found = NonNullable<Awaited<ReturnType<Updater['checkForUpdates']>>>;
const minute = 60_000;
const hour = 60 * minute;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-04T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function appThat(told: string[], isPackaged = true) {
  return {
    isPackaged,
    quit: () => void told.push('quit'),
    relaunch: () => void told.push('relaunch'),
    releaseSingleInstanceLock: () => void told.push('unlock'),
  } satisfies UpdatesParts['app'];
}

/** A packed copy with a feed, and an updater that does as the test says. */
function begin(given: Partial<UpdatesParts> = {}, packageType?: string) {
  const resources = mkdtempSync(join(tmpdir(), 'greenroom-updates-'));
  onTestFinished(() => rmSync(resources, { recursive: true, force: true }));
  writeFileSync(join(resources, 'app-update.yml'), 'provider: github\n');
  if (packageType !== undefined) writeFileSync(join(resources, 'package-type'), `${packageType}\n`);

  const told: string[] = [];
  const { on, emit } = fakeEvents();
  const native = fakeEvents();
  const world = {
    told,
    loads: 0,
    newest: '2.0.0' as string | Error | null | Promise<never>,
    download: Promise.withResolvers<string[]>(),
    emit,
    emitNative: native.emit,
  };
  const updater = {
    autoDownload: true,
    autoInstallOnAppQuit: true,
    allowPrerelease: true,
    allowDowngrade: true,
    disableWebInstaller: false,
    logger: console as Updater['logger'],
    on,
    async checkForUpdates() {
      told.push('check');
      const newest = await world.newest;
      if (newest instanceof Error) throw newest;
      if (newest === null) return null;
      const updateInfo = { version: newest, releaseNotes: '<p>New.</p>' };
      return { isUpdateAvailable: newest !== '1.0.0', updateInfo } as Found;
    },
    downloadUpdate: () => world.download.promise,
    quitAndInstall: (silent, again) => void told.push(`install ${silent} ${again}`),
  } satisfies Updater;
  const updates = createUpdates({
    app: appThat(told),
    autoUpdater: { on: native.on } satisfies UpdatesParts['autoUpdater'],
    platform: 'win32',
    env: {},
    resources,
    load: async () => {
      world.loads += 1;
      return updater;
    },
    signature: async () => 'Authority=Developer ID Application: A',
    random: () => 0.5,
    ...given,
  });
  const states: string[] = [];
  updates.follow(() => states.push(updates.status().state));
  return { updates, updater, world, states, told };
}

async function haveReady(given: Partial<UpdatesParts> = {}, packageType?: string) {
  const all = begin(given, packageType);
  await all.updates.check();
  await all.updates.download();
  await vi.advanceTimersByTimeAsync(0);
  all.world.emit('update-downloaded', { version: '2.0.0' });
  return all;
}

describe('looks', () => {
  test('a while after the start, and then every six hours, and not when it is turned off', async () => {
    const { updates, told, world } = begin();
    await vi.advanceTimersByTimeAsync(hour);
    expect([told, world.loads]).toEqual([[], 0]);
    updates.setAutomatic(true);
    updates.setAutomatic(true);
    await vi.advanceTimersByTimeAsync(minute);
    expect(told).toEqual(['check']);
    await vi.advanceTimersByTimeAsync(12 * hour);
    expect([told.length, world.loads]).toEqual([3, 1]);
    updates.setAutomatic(false);
    await vi.advanceTimersByTimeAsync(24 * hour);
    expect(told).toHaveLength(3);
  });

  test('and tells what is new, and loads nothing', async () => {
    const { updates, updater, states } = begin();
    await updates.check();
    expect(updates.status()).toEqual({
      state: 'available',
      version: '2.0.0',
      notes: 'New.',
      checkedAt: '2026-03-04T12:00:00.000Z',
    });
    expect(states).toEqual(['checking', 'available']);
    expect(updater).toMatchObject({
      autoDownload: false,
      autoInstallOnAppQuit: true,
      allowPrerelease: false,
      allowDowngrade: false,
      logger: null,
    });
  });

  test('without a connection: quietly by itself, with a reason for who asked', async () => {
    const { updates, world } = begin();
    world.newest = new Error('net::ERR_INTERNET_DISCONNECTED');
    updates.setAutomatic(true);
    await vi.advanceTimersByTimeAsync(minute);
    expect(updates.status()).toEqual({ state: 'idle' });
    await updates.check();
    expect(updates.status()).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('connection'),
    });
    world.newest = '1.0.0';
    await updates.check();
    expect(updates.status()).toMatchObject({ state: 'idle', checkedAt: expect.any(String) });
  });
});

describe('an answer that is none', () => {
  test('does not come for a minute: it is told as no connection', async () => {
    const { updates, world } = begin();
    world.newest = new Promise<never>(() => {});
    const checked = updates.check();
    await vi.advanceTimersByTimeAsync(minute);
    await checked;
    expect(updates.status()).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('connection'),
    });
  });

  test('comes from an updater that does not work here: nothing claims that the feed has answered', async () => {
    const { updates, world } = begin();
    world.newest = null;
    await updates.check();
    expect(updates.status()).toEqual({ state: 'failed', reason: expect.stringContaining('not known') });
  });

  test('cannot be had since the updater cannot be read: it is read anew the next time', async () => {
    let reads = 0;
    const { updater } = begin();
    const { updates } = begin({
      load: async () => {
        reads += 1;
        if (reads === 1) throw new Error('no');
        return updater;
      },
    });
    await updates.check();
    expect(updates.status().state).toBe('failed');
    await updates.check();
    expect([updates.status().state, reads]).toEqual(['available', 2]);
  });
});

describe('loads', () => {
  test('only what was found, with its progress', async () => {
    const { updates, world } = begin();
    await expect(updates.download()).rejects.toThrow(expect.objectContaining({ code: 'not_available' }));
    await updates.check();
    await updates.download();
    world.emit('download-progress', { percent: 41.7 });
    // Before the updater was there nobody listened.
    await vi.advanceTimersByTimeAsync(0);
    world.emit('download-progress', { percent: 41.7 });
    expect(updates.status()).toMatchObject({ state: 'downloading', percent: 41, version: '2.0.0' });
    world.emit('update-downloaded', { version: '2.0.0' });
    expect(updates.status()).toMatchObject({ state: 'ready', version: '2.0.0', notes: 'New.' });
  });

  test('once more after a failure, which says why', async () => {
    const { updates, world } = begin();
    await updates.check();
    await updates.download();
    world.download.reject(Object.assign(new Error('write'), { code: 'ENOSPC' }));
    await vi.advanceTimersByTimeAsync(0);
    expect(updates.status()).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('disk'),
      version: '2.0.0',
    });
    await updates.check();
    expect(updates.status()).toMatchObject({ state: 'available' });
    world.download = Promise.withResolvers();
    await updates.download();
    expect(updates.status().state).toBe('downloading');
  });
});

describe('on macOS', () => {
  test('it is ready when the system has taken it over, not before', async () => {
    const { updates, world } = await haveReady({ platform: 'darwin' });
    expect(updates.status().state).toBe('downloading');
    world.emitNative('update-downloaded', {}, '', '2.0.0', new Date(), '');
    expect(updates.status()).toMatchObject({ state: 'ready', version: '2.0.0' });
  });

  test('the system refuses it after all', async () => {
    const { updates, world } = await haveReady({ platform: 'darwin' });
    world.emitNative('error', new Error('Code signature at URL file:///x did not pass validation'));
    expect(updates.status()).toMatchObject({
      state: 'failed',
      version: '2.0.0',
      reason: expect.stringContaining('signature'),
    });
  });

  test('a copy that is signed by nobody learns it when it looks, once, and never loads the updater', async () => {
    const signature = vi.fn(async () => 'Signature=adhoc');
    const { updates, world, states } = begin({ platform: 'darwin', signature });
    updates.setAutomatic(true);
    expect(signature).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(24 * hour);
    await updates.check();
    expect(states).toEqual(['checking', 'unsupported']);
    expect(updates.status().reason).toContain('signed');
    expect([world.loads, signature.mock.calls.length]).toEqual([0, 1]);
  });
});

describe('an AppImage', () => {
  const isRoot = process.getuid?.() === 0;
  const env = { APPIMAGE: '/nowhere/Greenroom.AppImage', APPDIR: '/tmp/.mount_G' };
  const here: Partial<UpdatesParts> = { platform: 'linux', env, execPath: '/tmp/.mount_G/greenroom' };

  test('of another program is never touched', async () => {
    const { updates, world } = begin({ ...here, execPath: '/opt/Greenroom/greenroom' });
    await updates.check();
    expect(updates.status().state).toBe('unsupported');
    expect(world.loads).toBe(0);
  });

  test('that cannot be replaced says so before anything is loaded', async () => {
    const { updates, updater } = begin(here);
    const download = vi.spyOn(updater, 'downloadUpdate');
    await updates.check();
    await updates.download();
    await vi.waitFor(() => expect(updates.status().state).toBe('failed'));
    expect(download).not.toHaveBeenCalled();
  });

  test.skipIf(isRoot || process.platform === 'win32')(
    'in a folder of somebody else names the way out',
    async () => {
      const { updates } = begin({ ...here, env: { ...env, APPIMAGE: '/Greenroom.AppImage' } });
      await updates.check();
      await updates.download();
      await vi.waitFor(() => expect(updates.status().reason).toContain('folder of your own'));
    },
  );
});

describe('installs', () => {
  test('only what is ready', () => {
    const { updates } = begin();
    expect(() => updates.install()).toThrow(expect.objectContaining({ code: 'not_available' }));
  });

  test('when asked: quits first, and starts again at the very end', async () => {
    const { updates, told } = await haveReady();
    updates.install();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['check', 'quit']);
    updates.leave();
    expect(told).toEqual(['check', 'quit', 'unlock', 'install true true']);
  });

  test('otherwise the last step is a plain quit, at which the updater installs by itself', async () => {
    const { updates, told } = await haveReady();
    updates.leave();
    expect(told).toEqual(['check', 'quit']);
  });

  test('a package that asks for a password is not installed by leaving', async () => {
    const { updates, updater } = await haveReady({ platform: 'linux' }, 'deb');
    expect(updater.autoInstallOnAppQuit).toBe(false);
    expect(updates.status()).toMatchObject({ state: 'ready', reason: expect.stringContaining('password') });
  });
});

test.each<[string, Partial<UpdatesParts>]>([
  ['from its sources', { app: appThat([], false) }],
  ['without a feed', { resources: '/nowhere' }],
])('a copy %s says that it cannot, and never loads the updater', async (_what, given) => {
  const { updates, world } = begin(given);
  updates.setAutomatic(true);
  await updates.check();
  await vi.advanceTimersByTimeAsync(24 * hour);
  expect(updates.status()).toMatchObject({ state: 'unsupported', reason: expect.any(String) });
  expect(world.loads).toBe(0);
});
