import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeEvents } from '../testing.ts';
import { installAndQuit, type Leaving } from './install-and-quit.ts';
import type { Updater } from './updater.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

type Ends = 'installs' | 'tells an error' | 'throws' | 'tells it later' | 'says nothing';

function leave(platform: NodeJS.Platform, ends: Ends, isAppImage = false) {
  const told: string[] = [];
  const { on, emit } = fakeEvents();
  const failed = () => emit('error', new Error('dpkg in /home/me/secret'), '');
  const updater = {
    on,
    quitAndInstall(silent, again) {
      told.push(`install ${silent} ${again}`);
      if (ends === 'throws') throw new Error('/home/me/secret');
      if (ends === 'tells an error') failed();
    },
  } satisfies Pick<Updater, 'on' | 'quitAndInstall'>;
  const app = {
    quit: () => void told.push('quit'),
    relaunch: () => void told.push('relaunch'),
    releaseSingleInstanceLock: () => void told.push('unlock'),
  } satisfies Leaving['app'];
  installAndQuit({ app, platform, isAppImage }, updater as unknown as Updater);
  if (ends === 'tells it later') failed();
  return told;
}

const begun = ['unlock', 'install true true'];

test.each<[NodeJS.Platform, Ends, boolean, string[]]>([
  ['win32', 'installs', false, ['quit']],
  ['linux', 'installs', true, ['quit']],
  ['linux', 'tells an error', false, ['relaunch', 'quit']],
  ['linux', 'throws', false, ['relaunch', 'quit']],
  ['linux', 'tells an error', true, ['quit']],
  ['darwin', 'says nothing', false, ['quit']],
  ['darwin', 'tells it later', false, ['relaunch', 'quit']],
  ['darwin', 'throws', false, ['relaunch', 'quit']],
])('on %s, where the updater %s (AppImage: %s), it does %j, once', (platform, ends, isAppImage, then) => {
  const told = leave(platform, ends, isAppImage);
  vi.runAllTimers();
  expect(told).toEqual([...begun, ...then]);
});

test('macOS has time to prepare', () => {
  const told = leave('darwin', 'says nothing');
  vi.advanceTimersByTime(9_999);
  expect(told).toEqual(begun);
});

test('nothing of the error itself is said', () => {
  leave('linux', 'tells an error');
  expect(console.error).toHaveBeenCalled();
  expect(JSON.stringify(vi.mocked(console.error).mock.calls)).not.toMatch(/secret|home/);
});
