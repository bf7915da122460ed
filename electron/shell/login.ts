import { isAbsolute, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { DesktopPorts } from '../core/ports.ts';
import { autostart } from './login-autostart.ts';
import { loginItem, startup } from './login-item.ts';
import { ownAppImage } from './own-app-image.ts';
import { hiddenFlag } from './own-arguments.ts';

export type Login = DesktopPorts['login'];

export interface LoginParts {
  app: Pick<Electron.App, 'isPackaged' | 'getLoginItemSettings' | 'setLoginItemSettings'>;
  platform: NodeJS.Platform;
  execPath: string;
  env: Readonly<Record<string, string | undefined>>;
  /** The user's own folder, absolute. */
  home: string;
}

/** Starts Greenroom, hidden, when its user logs in, in the way of each system. */
export function createLogin(parts: LoginParts): Login {
  const { app, platform, env, execPath, home } = parts;
  if (!app.isPackaged) return unavailable('Only an installed Greenroom can start at login.');
  if (platform === 'darwin') return loginItem(app);
  if (platform === 'win32') return startup(app, [hiddenFlag]);
  if (platform === 'linux') {
    // An AppImage runs from a place that is gone when it ends; it says where its file is.
    const program = ownAppImage(env, execPath) ?? execPath;
    // By the specification, a relative path is no path: https://specifications.freedesktop.org/basedir-spec/latest/
    const folder = absolute(env.XDG_CONFIG_HOME) ?? join(home, '.config');
    return autostart(join(folder, 'autostart', 'greenroom.desktop'), [program, hiddenFlag]);
  }
  return unavailable('Greenroom cannot start at login on this system.');
}

function absolute(path: string | undefined): string | undefined {
  return path !== undefined && isAbsolute(path) ? path : undefined;
}

function unavailable(reason: string): Login {
  return {
    status: () => ({ state: 'unavailable', reason }),
    set() {
      throw new AppError('not_available', reason);
    },
  };
}
