import { AppError } from '../../shared/errors.ts';
import type { Login } from './login.ts';

type Settings = Pick<Electron.App, 'getLoginItemSettings' | 'setLoginItemSettings'>;

const approve = 'Allow it under System Settings, General, Login Items & Extensions.';
const heldBack = `macOS waits for your approval before it starts Greenroom. ${approve}`;
const turnedOff =
  'Windows holds it back: it is turned off under Startup apps, in the Task Manager or in Settings, Apps.';

/**
 * macOS 13 and later. It hands no arguments over; that it started the app, `wasOpenedAtLogin` tells.
 * https://www.electronjs.org/docs/latest/api/app#appsetloginitemsettingssettings-macos-windows
 */
export function loginItem(app: Settings): Login {
  return {
    status() {
      const { status } = app.getLoginItemSettings();
      if (status === 'requires-approval') return { state: 'off', reason: heldBack };
      // `not-found` is also what a copy hears that has never asked.
      return { state: status === 'enabled' ? 'on' : 'off' };
    },
    set(on) {
      app.setLoginItemSettings({ openAtLogin: on });
      // A copy that is not signed, or not in the Applications folder, is refused without an error.
      const { status } = app.getLoginItemSettings();
      if (on && status !== 'enabled' && status !== 'requires-approval') {
        throw refused(
          `macOS does not take Greenroom as a login item. Move it to the Applications folder. ${approve}`,
        );
      }
    },
  };
}

/** Windows: a value under `Run` of this user, which its user can hold back elsewhere. The same arguments for both calls. */
export function startup(app: Settings, args: string[]): Login {
  return {
    status() {
      const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings({ args });
      if (!openAtLogin) return { state: 'off' };
      return executableWillLaunchAtLogin ? { state: 'on' } : { state: 'off', reason: turnedOff };
    },
    set(on) {
      // `enabled` also lifts what holds it back: turning it on here is the user's newest word.
      app.setLoginItemSettings({ openAtLogin: on, args, enabled: true });
      if (on && !app.getLoginItemSettings({ args }).openAtLogin) {
        throw refused('Windows did not keep it: its registry may be closed to this account.');
      }
    },
  };
}

function refused(message: string): AppError {
  return new AppError('not_available', message);
}

/**
 * Whether macOS itself started the app because its user logged in. Nothing but that tells it there; elsewhere the
 * entry that starts it says so on the command line.
 */
export function wasStartedAtLogin(
  app: Pick<Electron.App, 'getLoginItemSettings'>,
  platform: NodeJS.Platform,
): boolean {
  return platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}
