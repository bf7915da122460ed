import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createLogin, type LoginParts } from './login.ts';
import { wasStartedAtLogin } from './login-item.ts';

type Settings = Electron.LoginItemSettings;

const none: Settings = {
  openAtLogin: false,
  wasOpenedAtLogin: false,
  status: 'not-registered',
  executableWillLaunchAtLogin: false,
  launchItems: [],
};

const home = mkdtempSync(join(tmpdir(), 'greenroom-login-'));
afterAll(() => rmSync(home, { recursive: true }));

/** `system` tells what the system makes of a wish. */
function setUp(
  given: Partial<LoginParts>,
  system: (wanted: Electron.Settings) => Partial<Settings> = () => ({}),
) {
  const asked: unknown[] = [];
  const wanted: Electron.Settings[] = [];
  let settings = none;
  const app = {
    isPackaged: true,
    getLoginItemSettings: (options) => {
      asked.push(options);
      return settings;
    },
    setLoginItemSettings: (one) => {
      wanted.push(one);
      settings = { ...none, ...system(one) };
    },
  } satisfies LoginParts['app'];
  const become = (next: Partial<Settings>) => {
    settings = { ...none, ...next };
  };
  const login = createLogin({ app, platform: 'linux', execPath: '/opt/greenroom', env: {}, home, ...given });
  return { login, asked, wanted, become, app };
}

describe('in development', () => {
  it.each(['darwin', 'win32', 'linux'] as const)('there is no login on %s', (platform) => {
    const { app } = setUp({});
    const { login } = setUp({ platform, app: { ...app, isPackaged: false } });
    expect(login.status()).toEqual({ state: 'unavailable', reason: expect.stringContaining('installed') });
    expect(() => login.set(true)).toThrow(expect.objectContaining({ code: 'not_available' }));
  });
});

it('there is none on systems that nobody has tried', () => {
  expect(setUp({ platform: 'freebsd' }).login.status()).toMatchObject({ state: 'unavailable' });
});

describe('on macOS', () => {
  it.each([
    ['enabled', { state: 'on' }],
    ['not-registered', { state: 'off' }],
    ['not-found', { state: 'off' }],
    ['requires-approval', { state: 'off', reason: expect.stringContaining('approval') }],
  ] as const)('%s is told as %j', (status, told) => {
    const { login, become } = setUp({ platform: 'darwin' });
    become({ status });
    expect(login.status()).toEqual(told);
  });

  it.each(['enabled', 'requires-approval'] as const)('it is set, where the system says %s', (status) => {
    const { login, wanted } = setUp({ platform: 'darwin' }, () => ({ status }));
    login.set(true);
    login.set(false);
    expect(wanted).toEqual([{ openAtLogin: true }, { openAtLogin: false }]);
  });

  it.each(['not-found', 'not-registered'] as const)('a refusal is told, by %s', (status) => {
    const { login } = setUp({ platform: 'darwin' }, () => ({ status }));
    expect(() => login.set(true)).toThrow(expect.objectContaining({ code: 'not_available' }));
    expect(() => login.set(false)).not.toThrow();
  });

  it.each([
    ['darwin', true, true],
    ['darwin', false, false],
    ['win32', true, false],
    ['linux', true, false],
  ] as const)('on %s "opened at login: %j" means %j', (platform, wasOpenedAtLogin, hidden) => {
    const { app, become } = setUp({});
    become({ wasOpenedAtLogin });
    expect(wasStartedAtLogin(app, platform)).toBe(hidden);
  });
});

describe('on Windows', () => {
  it.each([
    [{ openAtLogin: true, executableWillLaunchAtLogin: true }, { state: 'on' }],
    [{ openAtLogin: false, executableWillLaunchAtLogin: true }, { state: 'off' }],
    [{ openAtLogin: true }, { state: 'off', reason: expect.stringContaining('Task Manager') }],
    [{}, { state: 'off' }],
  ])('%j is told as %j', (settings, told) => {
    const { login, become, asked } = setUp({ platform: 'win32' });
    become(settings);
    expect(login.status()).toEqual(told);
    expect(asked).toEqual([{ args: ['--hidden'] }]);
  });

  it('it is set with the argument that it is asked for with', () => {
    const { login, wanted } = setUp({ platform: 'win32' }, ({ openAtLogin = false }) => ({ openAtLogin }));
    login.set(true);
    login.set(false);
    expect(wanted).toEqual([
      { openAtLogin: true, args: ['--hidden'], enabled: true },
      { openAtLogin: false, args: ['--hidden'], enabled: true },
    ]);
  });

  it('a refusal is told', () => {
    const { login } = setUp({ platform: 'win32' });
    expect(() => login.set(true)).toThrow(expect.objectContaining({ code: 'not_available' }));
  });
});

describe('on Linux', () => {
  function place() {
    const folder = mkdtempSync(join(home, 'place-'));
    return { folder, file: join(folder, 'autostart', 'greenroom.desktop') };
  }

  it('it is an entry in the folder of the configuration', () => {
    const { folder, file } = place();
    const { login } = setUp({ env: { XDG_CONFIG_HOME: folder }, execPath: '/opt/Green room/greenroom' });
    expect(login.status()).toEqual({ state: 'off' });
    login.set(true);
    expect(login.status()).toEqual({ state: 'on' });
    const entry = readFileSync(file, 'utf8');
    expect(entry).toContain('[Desktop Entry]\nType=Application\n');
    expect(entry).toContain('\nExec="/opt/Green room/greenroom" "--hidden"\n');
    login.set(true);
    login.set(false);
    login.set(false);
    expect(existsSync(file)).toBe(false);
    expect(login.status()).toEqual({ state: 'off' });
  });

  it.each([undefined, '', 'relative/path'])('that folder is ~/.config where the variable is %j', (folder) => {
    const { login } = setUp({ env: { XDG_CONFIG_HOME: folder } });
    login.set(true);
    expect(existsSync(join(home, '.config', 'autostart', 'greenroom.desktop'))).toBe(true);
    login.set(false);
  });

  it('an AppImage is started by its own file', () => {
    const { folder, file } = place();
    const env = {
      XDG_CONFIG_HOME: folder,
      APPIMAGE: '/home/me/Green$room 100%.AppImage',
      APPDIR: '/tmp/.mount_Green',
    };
    const { login } = setUp({ env, execPath: '/tmp/.mount_Green/greenroom' });
    login.set(true);
    expect(readFileSync(file, 'utf8')).toContain(
      '\nExec="/home/me/Green\\\\$room 100%%.AppImage" "--hidden"\n',
    );
    expect(login.status()).toEqual({ state: 'on' });
  });

  it('the AppImage of the terminal that it was started from is not its own', () => {
    const { folder, file } = place();
    const env = { XDG_CONFIG_HOME: folder, APPIMAGE: '/home/me/Term.AppImage', APPDIR: '/tmp/.mount_Term' };
    const { login } = setUp({ env });
    login.set(true);
    expect(readFileSync(file, 'utf8')).toContain('\nExec="/opt/greenroom" "--hidden"\n');
  });

  it.each([
    ['Hidden=true', { state: 'off', reason: expect.stringContaining('turned off') }],
    ['X-GNOME-Autostart-enabled=false', { state: 'off', reason: expect.stringContaining('turned off') }],
    ['Exec=/opt/old/greenroom --hidden', { state: 'off', reason: expect.stringContaining('another copy') }],
    ['', { state: 'off', reason: expect.stringContaining('another copy') }],
  ])('an entry with %j is told as %j, and mended when it is turned on', (line, told) => {
    const { folder, file } = place();
    mkdirSync(join(folder, 'autostart'), { recursive: true });
    writeFileSync(file, `[Desktop Entry]\n${line}\nExec="/opt/greenroom" "--hidden"\n`);
    const { login } = setUp({
      env: { XDG_CONFIG_HOME: folder },
      execPath: line ? '/opt/greenroom' : '/opt/new',
    });
    expect(login.status()).toEqual(told);
    login.set(true);
    expect(login.status()).toEqual({ state: 'on' });
  });

  it('a folder that takes no entry is told', () => {
    const { folder } = place();
    writeFileSync(join(folder, 'autostart'), 'a file');
    const { login } = setUp({ env: { XDG_CONFIG_HOME: folder } });
    expect(login.status()).toEqual({ state: 'off' });
    expect(() => login.set(true)).toThrow(expect.objectContaining({ code: 'not_available' }));
  });

  it('an entry that cannot be read is as good as none', () => {
    const { folder, file } = place();
    mkdirSync(file, { recursive: true });
    const { login } = setUp({ env: { XDG_CONFIG_HOME: folder } });
    expect(login.status()).toEqual({ state: 'off' });
  });
});
