import type { AlertTarget, Mute } from '../../shared/alerts.ts';
import { assertNever } from '../../shared/errors.ts';
import type { App } from '../core/ports.ts';
import { findLink, parseLink } from './links.ts';
import type { OneWindow } from './one-window.ts';
import { isHiddenStart } from './own-arguments.ts';

/** What the world outside the window asks of the app: a start, a link, a click on an alert. */
export type Wish = { do: 'show' } | { do: 'open'; target: AlertTarget } | { do: 'mute'; mute: Mute };

/** What a start of the app asks for; nothing where it was started at login. */
export function wishOf(args: readonly string[]): Wish | undefined {
  const target = findLink(args);
  if (target) return { do: 'open', target };
  return isHiddenStart(args) ? undefined : { do: 'show' };
}

export interface Wishes {
  /** From now on, and once what was kept. @returns whether there was any */
  grantBy(grant: (wish: Wish) => void): boolean;
}

/**
 * Hears wishes from the beginning, since a system may open a link before the app is ready, and keeps the newest until
 * somebody grants them. `fromLaunch` reads what macOS started the app with, where that was a click on an alert.
 * https://www.electronjs.org/docs/latest/api/app#event-open-url-macos
 */
export function catchWishes(
  app: Pick<Electron.App, 'on'>,
  fromLaunch: (launchInfo: unknown) => Wish | undefined,
): Wishes {
  let newest: Wish | undefined;
  let grant = (wish: Wish) => {
    newest = wish;
  };
  const hear = (wish: Wish | undefined) => {
    if (wish) grant(wish);
  };

  app.on('ready', (_event, launchInfo) => hear(fromLaunch(launchInfo)));
  // A second start ends by itself; on Linux without a tray it is the only way back to a hidden window.
  app.on('second-instance', (_event, args) => hear(wishOf(args)));
  app.on('activate', () => hear({ do: 'show' }));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    const target = parseLink(url);
    hear(target && { do: 'open', target });
  });

  return {
    grantBy(next) {
      grant = next;
      hear(newest);
      return newest !== undefined;
    },
  };
}

export interface Granting {
  windows: Pick<OneWindow, 'show' | 'open'>;
  core: Pick<App, 'dispatch'>;
}

export function grantWish({ windows, core }: Granting, wish: Wish): void {
  switch (wish.do) {
    case 'show':
      windows.show();
      return;
    case 'open':
      windows.open(wish.target);
      return;
    case 'mute':
      void core.dispatch('alert.mute', { ...wish.mute, muted: true });
      return;
    default:
      assertNever(wish);
  }
}
