import { join } from 'node:path';
import { menuTemplate } from './menu-template.ts';
import { trayImage } from './tray-image.ts';
import type { TrayAction, TrayModel, TrayState } from './tray-model.ts';

export type TrayLike = Pick<Electron.Tray, 'setImage' | 'setToolTip' | 'setContextMenu' | 'on' | 'destroy'>;

export interface TrayIconParts {
  Tray: new (image: Electron.NativeImage) => TrayLike;
  Menu: Pick<typeof Electron.Menu, 'buildFromTemplate'>;
  nativeImage: Pick<typeof Electron.NativeImage, 'createFromPath'>;
  /** The folder of the tray images, absolute. */
  images: string;
  platform: NodeJS.Platform;
  /** The icon itself was clicked. */
  clicked: () => void;
  act: (action: TrayAction) => void;
  /** A menu that was open has been closed, and what it did has been done. */
  closed: () => void;
}

/** A menu that says it is open for longer than this is not believed. */
const OPEN_FOR_MS = 60_000;
/** macOS tells the click after the closing; a menu that has been replaced in between would lose it. */
const CLOSING_MS = 250;

/**
 * The icon, changed where the model changed. No GUID: to Windows it is bound to a signature or a path, and where that
 * changes, no icon is shown at all. After a restart of its Explorer, Electron adds the icon again by itself.
 * https://www.electronjs.org/docs/latest/api/tray#new-trayimage-guid
 */
export function createTrayIcon(parts: TrayIconParts, first: TrayModel) {
  const { Menu, nativeImage, images, platform } = parts;
  const shown = { icon: first.icon, tooltip: '', menu: '' };
  /** The one that is set and the one before: a menu that is still on screen must not be collected. */
  let menus: Electron.Menu[] = [];
  let openUntil = 0;
  let closing: NodeJS.Timeout | undefined;

  const tray = new parts.Tray(imageOf(first.icon));
  // On macOS a click opens the menu. On Linux the panel decides whether a click, two, or none arrives here: never
  // rely on it. https://www.electronjs.org/docs/latest/api/tray#event-click
  if (platform !== 'darwin') tray.on('click', parts.clicked);
  update(first);

  function imageOf(state: TrayState): Electron.NativeImage {
    const image = nativeImage.createFromPath(join(images, trayImage(state, platform)));
    if (image.isEmpty()) console.error(`The tray image of “${state}” cannot be read.`);
    return image;
  }

  /** A new menu for each change, set anew: Linux takes no other, nor do changed labels show elsewhere. */
  function setMenu(items: TrayModel['menu']): void {
    const menu = Menu.buildFromTemplate(menuTemplate(items, parts.act));
    // Both come on macOS and Windows only; on Linux the panel shows the menu, and takes a new one while it is open.
    menu.on('menu-will-show', () => {
      clearTimeout(closing);
      openUntil = Date.now() + OPEN_FOR_MS;
    });
    menu.on('menu-will-close', () => {
      clearTimeout(closing);
      closing = setTimeout(() => {
        openUntil = 0;
        parts.closed();
      }, CLOSING_MS);
    });
    tray.setContextMenu(menu);
    menus = [menu, ...menus].slice(0, 2);
  }

  function update({ icon, tooltip, menu }: TrayModel): void {
    if (icon !== shown.icon) tray.setImage(imageOf(icon));
    shown.icon = icon;
    const text = JSON.stringify(menu);
    const isOpen = Date.now() < openUntil;
    // Also where only the menu changed: when Electron adds the icon to a new Explorer, it forgets the tooltip.
    if (tooltip !== shown.tooltip || text !== shown.menu) tray.setToolTip(tooltip);
    shown.tooltip = tooltip;
    // To replace a menu under the user's hand closes it.
    if (text === shown.menu || isOpen) return;
    shown.menu = text;
    setMenu(menu);
  }

  return {
    update,
    destroy(): void {
      clearTimeout(closing);
      tray.destroy();
      menus = [];
    },
  };
}

export type TrayIcon = ReturnType<typeof createTrayIcon>;
