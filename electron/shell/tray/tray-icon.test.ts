import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeElectron } from './testing-icon.ts';
import { createTrayIcon } from './tray-icon.ts';
import type { TrayModel } from './tray-model.ts';

const images = join('/app', 'tray');
const model: TrayModel = {
  icon: 'connected',
  tooltip: 'Greenroom: Connected',
  menu: [{ is: 'words', label: 'Connected' }],
};
const other: TrayModel['menu'] = [{ is: 'words', label: 'The way in is lost' }];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function setUp(platform: NodeJS.Platform = 'linux') {
  const electron = fakeElectron();
  const heard: string[] = [];
  const icon = createTrayIcon(
    {
      ...electron,
      images,
      platform,
      clicked: () => void heard.push('clicked'),
      act: (action) => void heard.push(action.do),
      closed: () => void heard.push('closed'),
    },
    model,
  );
  return { ...electron, icon, heard };
}

it.each([
  ['linux', 'connected.png'],
  ['win32', 'connected.ico'],
  ['darwin', 'connectedTemplate.png'],
] as const)('on %s it is made with its menu and tooltip', (platform, file) => {
  expect(setUp(platform).done()).toEqual([
    ['made', join(images, file)],
    ['tooltip', 'Greenroom: Connected'],
    ['menu', 0],
  ]);
});

it.each([
  ['linux', ['clicked']],
  ['win32', ['clicked']],
  ['darwin', []],
] as const)('a click on it, on %s, is told as %j', (platform, expected) => {
  const { click, heard } = setUp(platform);
  click();
  expect(heard).toEqual(expected);
});

it('an image that cannot be read is logged, and the icon is there all the same', () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  const { missing, icon, done } = setUp();
  missing.add(join(images, 'offline.png'));
  icon.update({ ...model, icon: 'offline' });
  expect(logged).toHaveBeenCalledWith('The tray image of “offline” cannot be read.');
  expect(done()).toContainEqual(['image', join(images, 'offline.png')]);
});

describe('a change', () => {
  it.each<[string, Partial<TrayModel>, unknown[]]>([
    ['of nothing', {}, []],
    ['of when it changes', { changesAt: 7 }, []],
    ['of the icon', { icon: 'paused' }, [['image', join(images, 'paused.png')]]],
    ['of the tooltip', { tooltip: 'Greenroom: Stopping…' }, [['tooltip', 'Greenroom: Stopping…']]],
    [
      'of the menu',
      { menu: other },
      [
        ['tooltip', 'Greenroom: Connected'],
        ['menu', 1],
      ],
    ],
  ])('%s', (_what, given, expected) => {
    const { icon, done } = setUp();
    done();
    icon.update({ ...model, ...given });
    expect(done()).toEqual(expected);
  });
});

describe('a menu that is open', () => {
  function open() {
    const parts = setUp('win32');
    parts.menus[0]?.emit('menu-will-show');
    parts.done();
    return parts;
  }

  it('is not replaced, though icon and tooltip go on', () => {
    const { icon, done } = open();
    icon.update({ icon: 'offline', tooltip: 'Greenroom: The way in is lost', menu: other });
    expect(done()).toEqual([
      ['image', join(images, 'offline.ico')],
      ['tooltip', 'Greenroom: The way in is lost'],
    ]);
  });

  it('is replaced after it was closed and its click came', () => {
    const { icon, done, menus, heard } = open();
    menus[0]?.emit('menu-will-close');
    icon.update({ ...model, menu: other });
    expect(done()).not.toContainEqual(['menu', 1]);
    expect(heard).toEqual([]);
    vi.advanceTimersByTime(250);
    expect(heard).toEqual(['closed']);
    icon.update({ ...model, menu: other });
    expect(done()).toContainEqual(['menu', 1]);
  });

  it('stays open when it is opened again at once', () => {
    const { icon, done, menus, heard } = open();
    menus[0]?.emit('menu-will-close');
    menus[0]?.emit('menu-will-show');
    vi.advanceTimersByTime(250);
    expect(heard).toEqual([]);
    icon.update({ ...model, menu: other });
    expect(done()).not.toContainEqual(['menu', 1]);
  });

  it('is not believed for ever', () => {
    const { icon, done } = open();
    vi.advanceTimersByTime(60_000);
    icon.update({ ...model, menu: other });
    expect(done()).toContainEqual(['menu', 1]);
  });
});

it('is taken away, and says nothing more', () => {
  const { icon, done, menus, heard } = setUp('win32');
  menus[0]?.emit('menu-will-close');
  done();
  icon.destroy();
  vi.advanceTimersByTime(1_000);
  expect(done()).toEqual([['destroyed']]);
  expect(heard).toEqual([]);
});
