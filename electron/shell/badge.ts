import { join } from 'node:path';
import type { App } from '../core/ports.ts';
import { unreadOverlay } from './tray/tray-image.ts';
import { unreadWords } from './tray/unread-words.ts';
import { type ShellWords, shellWords } from './words/words.ts';

type BadgeWindow = Pick<Electron.BrowserWindow, 'setOverlayIcon' | 'isDestroyed' | 'on'>;

export interface BadgeParts {
  app: Pick<Electron.App, 'setBadgeCount'>;
  nativeImage: Pick<typeof Electron.NativeImage, 'createFromPath'>;
  core: Pick<App, 'subscribe' | 'language'>;
  /** The folder of the tray images, absolute. */
  images: string;
  platform: NodeJS.Platform;
}

/** What shows the number of unread alerts: a count on the app's own icon, or a mark on the window's button. */
export type Badge = { on: 'app'; count: number } | { on: 'window'; description: string | null };

/** No more than this is counted out. */
const MOST = 999;

/**
 * Windows has no count: the button of a window gets a mark, with words for who cannot see it; null: none.
 * https://www.electronjs.org/docs/latest/api/app#appsetbadgecountcount-linux-macos
 */
export function badgeFor(unread: number, platform: NodeJS.Platform, words: ShellWords): Badge {
  if (platform === 'win32')
    return { on: 'window', description: unread > 0 ? unreadWords(unread, words) : null };
  return { on: 'app', count: Math.min(unread, MOST) };
}

/** Keeps the badge as the number of unread alerts is, from the first status on. After the app is ready. */
export function manageBadge({ app, nativeImage, core, images, platform }: BadgeParts) {
  const overlay = platform === 'win32' ? nativeImage.createFromPath(join(images, unreadOverlay)) : null;
  let unread = 0;
  let window: BadgeWindow | undefined;

  function mark(): void {
    const badge = badgeFor(unread, platform, shellWords(core.language()));
    if (badge.on === 'app') app.setBadgeCount(badge.count);
    else if (window && !window.isDestroyed()) {
      // https://www.electronjs.org/docs/latest/api/browser-window#winsetoverlayiconoverlay-description-windows
      window.setOverlayIcon(badge.description === null ? null : overlay, badge.description ?? '');
    }
  }

  const unsubscribe = core.subscribe(({ name, value }) => {
    if (name !== 'status' || value.alerts.unread === unread) return;
    unread = value.alerts.unread;
    mark();
  });

  return {
    /** For each window that is opened: its mark goes with its taskbar button, whenever that is hidden. */
    attach(opened: BadgeWindow): void {
      window = opened;
      opened.on('show', mark);
    },
    /** Takes the badge away, which a dock might go on showing for an app that is not running. */
    stop(): void {
      unsubscribe();
      unread = 0;
      mark();
    },
  };
}
