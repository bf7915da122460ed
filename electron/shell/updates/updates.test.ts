import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { fakeEvents } from '../testing.ts';
import { createUpdates, type Updater, type UpdatesParts } from './updates.ts';

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

/** A packed copy with a feed, and an updater that does as the test says. */
function begin(given: Partial<UpdatesParts> = {}, packageType?: string) {
  const resources = mkdtempSync(join(tmpdir(), 'greenroom-updates-'));
  onTestFinished(() => rmSync(resources, { recursive: true, force: true }));
  writeFileSync(join(resources, 'app-update.yml'), 'provider: github\n');
  if (packageType !== undefined) writeFileSync(join(resources, 'package-type'), `${packageType}\n`);

  const told: string[] = [];
  const { on, emit } = fakeEvents();
  const world = {
    told,
    loads: 0,
    newest: '2.0.0' as string | Error,
    download: Promise.withResolvers<string[]>(),
    emit,
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
      if (world.newest instanceof Error) throw world.newest;
      const updateInfo = { version: world.newest, releaseNotes: '<p>New.</p>' };
      return { isUpdateAvailable: world.newest !== '1.0.0', updateInfo } as Found;
    },
    downloadUpdate: () => world.download.promise,
    quitAndInstall: (silent, again) => void told.push(`install ${silent} ${again}`),
  } satisfies Updater;
  const updates = createUpdates({
    app: { isPackaged: true, quit: () => void told.push('quit') },
    platform: 'win32',
    env: {},
    resources,
    load: async () => {
      world.loads += 1;
      return updater;
    },
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
    expect(told).toEqual(['check', 'quit', 'install true true']);
  });

  test('otherwise the last step is a plain quit, at which the updater installs by itself', async () => {
    const { updates, told } = await haveReady();
    updates.leave();
    expect(told).toEqual(['check', 'quit']);
  });

  test('an installer that fails does not keep the app from quitting, and says nothing of its own', async () => {
    const { updates, updater, told } = await haveReady();
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    updater.quitAndInstall = () => {
      throw new Error('secret path');
    };
    updates.install();
    await vi.advanceTimersByTimeAsync(0);
    updates.leave();
    expect(told.at(-1)).toBe('quit');
    expect(JSON.stringify(said.mock.calls)).not.toContain('secret');
  });

  test('a package that asks for a password is not installed by leaving', async () => {
    const { updates, updater } = await haveReady({ platform: 'linux' }, 'deb');
    expect(updater.autoInstallOnAppQuit).toBe(false);
    expect(updates.status()).toMatchObject({ state: 'ready', reason: expect.stringContaining('password') });
  });
});

test.each<[string, Partial<UpdatesParts>]>([
  ['from its sources', { app: { isPackaged: false, quit: () => {} } }],
  ['without a feed', { resources: '/nowhere' }],
])('a copy %s says that it cannot, and never loads the updater', async (_what, given) => {
  const { updates, world } = begin(given);
  updates.setAutomatic(true);
  await updates.check();
  await vi.advanceTimersByTimeAsync(24 * hour);
  expect(updates.status()).toMatchObject({ state: 'unsupported', reason: expect.any(String) });
  expect(world.loads).toBe(0);
});
