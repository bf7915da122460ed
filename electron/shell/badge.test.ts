import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { badgeFor, manageBadge } from './badge.ts';
import { fakeEvents } from './testing.ts';
import { fakeCore, wholeStatus } from './tray/testing.ts';
import { shellEn } from './words/en.ts';

test.each([
  ['darwin', 0, { on: 'app', count: 0 }],
  ['darwin', 3, { on: 'app', count: 3 }],
  ['linux', 12_345, { on: 'app', count: 999 }],
  ['win32', 0, { on: 'window', description: null }],
  ['win32', 1, { on: 'window', description: '1 new alert' }],
  ['win32', 3, { on: 'window', description: '3 new alerts' }],
] as const)('on %s, %i unread', (platform, unread, badge) => {
  expect(badgeFor(unread, platform, shellEn)).toEqual(badge);
});

function setUp(platform: NodeJS.Platform) {
  const core = fakeCore();
  const done: unknown[][] = [];
  const badge = manageBadge({
    core,
    platform,
    images: '/tray',
    app: {
      setBadgeCount: (count) => {
        done.push(['count', count]);
        return true;
      },
    } satisfies Pick<Electron.App, 'setBadgeCount'>,
    nativeImage: {
      createFromPath: (path) => ({ path }) as unknown as Electron.NativeImage,
    } satisfies Pick<typeof Electron.NativeImage, 'createFromPath'>,
  });
  function openWindow(name: string) {
    const events = fakeEvents();
    let isDestroyed = false;
    badge.attach({
      on: events.on,
      isDestroyed: () => isDestroyed,
      setOverlayIcon: (image, words) =>
        void done.push([name, (image as { path: string } | null)?.path ?? null, words]),
    } satisfies Pick<Electron.BrowserWindow, 'on' | 'isDestroyed' | 'setOverlayIcon'>);
    return {
      show: () => void events.emit('show'),
      destroy: () => {
        isDestroyed = true;
      },
    };
  }
  return {
    badge,
    core,
    openWindow,
    tell: (unread: number) =>
      core.push({ name: 'status', value: { ...wholeStatus, alerts: { state: 'working', unread } } }),
    done: () => done.splice(0),
  };
}

const overlay = join('/tray', 'overlay-unread.png');

describe('on a Mac and on Linux', () => {
  it('the app is given the count, when it changes', () => {
    const { tell, done } = setUp('darwin');
    tell(0);
    tell(2);
    tell(2);
    tell(3);
    tell(0);
    expect(done()).toEqual([
      ['count', 2],
      ['count', 3],
      ['count', 0],
    ]);
  });

  it('the count goes when the app goes', () => {
    const { tell, badge, core, done } = setUp('linux');
    tell(2);
    done();
    badge.stop();
    expect(done()).toEqual([['count', 0]]);
    expect(core.sinks.size).toBe(0);
  });
});

describe('on Windows', () => {
  it('the window is marked while there is one, and again whenever its button is back', () => {
    const { tell, done, openWindow } = setUp('win32');
    tell(2);
    expect(done()).toEqual([]);
    const window = openWindow('first');
    window.show();
    expect(done()).toEqual([['first', overlay, '2 new alerts']]);
    tell(0);
    expect(done()).toEqual([['first', null, '']]);
  });

  it('a window that is gone is left alone, and the next one is marked', () => {
    const { tell, done, openWindow } = setUp('win32');
    const first = openWindow('first');
    first.destroy();
    tell(1);
    expect(done()).toEqual([]);
    openWindow('second').show();
    expect(done()).toEqual([['second', overlay, '1 new alert']]);
  });
});
