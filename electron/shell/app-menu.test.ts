import { describe, expect, it, test } from 'vitest';
import type { Language } from '../../shared/language.ts';
import { appMenuTemplate, setAppMenu } from './app-menu.ts';
import { fakeCore, wholeStatus } from './tray/testing.ts';
import { clickOn } from './tray/testing-icon.ts';
import { shellDe } from './words/de.ts';
import { shellEn } from './words/en.ts';

type Item = Electron.MenuItemConstructorOptions;
const itemsOf = (menu: Item | undefined) => (menu?.submenu ?? []) as Item[];
const rolesIn = (menu: Item[]) => menu.flatMap((top) => itemsOf(top).map(({ role }) => role));

describe('on macOS', () => {
  const menu = (isDevelopment: boolean, openSettings = () => {}) =>
    appMenuTemplate({ platform: 'darwin', isDevelopment, openSettings }, shellEn) ?? [];

  it('has what a page cannot have without it', () => {
    expect(menu(false).map(({ label, role }) => label ?? role)).toEqual([
      'Greenroom',
      'Edit',
      'View',
      'window',
    ]);
    const roles = rolesIn(menu(false));
    for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'close', 'hide', 'quit']) {
      expect(roles).toContain(role);
    }
  });

  it('reloads and inspects in development only', () => {
    const risky = ['reload', 'forceReload', 'toggleDevTools'];
    expect(rolesIn(menu(false)).filter((role) => risky.includes(role ?? ''))).toEqual([]);
    expect(rolesIn(menu(true)).filter((role) => risky.includes(role ?? ''))).toEqual([
      'reload',
      'toggleDevTools',
    ]);
  });

  it('opens the settings by the usual key', () => {
    const opened: string[] = [];
    const settings = itemsOf(menu(false, () => void opened.push('settings'))[0]).find(
      ({ accelerator }) => accelerator === 'Command+,',
    );
    clickOn(settings);
    expect(settings?.label).toBe('Settings…');
    expect(opened).toEqual(['settings']);
  });
});

test('in German every item that macOS shows has its name', () => {
  const menu =
    appMenuTemplate({ platform: 'darwin', isDevelopment: false, openSettings: () => {} }, shellDe) ?? [];
  const shown = [...menu, ...menu.flatMap(itemsOf)].filter(({ type }) => type !== 'separator');
  expect(shown.filter(({ label }) => label === undefined)).toEqual([]);
  expect(menu.map(({ label }) => label)).toEqual(['Greenroom', 'Bearbeiten', 'Darstellung', 'Fenster']);
});

test.each(['win32', 'linux'] as const)('on %s there is none, but in development', (platform) => {
  const parts = { platform, openSettings: () => {} };
  expect(appMenuTemplate({ ...parts, isDevelopment: false }, shellEn)).toBeNull();
  const menu = appMenuTemplate({ ...parts, isDevelopment: true }, shellEn) ?? [];
  expect(rolesIn(menu)).toEqual(['reload', 'toggleDevTools']);
});

test.each([
  ['win32', null],
  ['darwin', 'built'],
] as const)('on %s it is set', (platform, expected) => {
  const set: unknown[] = [];
  let language: Language = 'en';
  const core = { ...fakeCore(), language: () => language };
  setAppMenu({
    core,
    Menu: {
      buildFromTemplate: () => 'built' as unknown as Electron.Menu,
      setApplicationMenu: (menu) => void set.push(menu),
    } satisfies Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>,
    platform,
    isDevelopment: false,
    openSettings: () => {},
  });
  core.push({ name: 'status', value: wholeStatus });
  expect(set).toEqual([expected]);
  language = 'de';
  core.push({ name: 'status', value: wholeStatus });
  expect(set).toEqual([expected, expected]);
});
