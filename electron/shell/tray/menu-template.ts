import type { TrayAction, TrayItem } from './tray-model.ts';

type Template = Electron.MenuItemConstructorOptions[];

/** The menu as Electron builds it. */
export function menuTemplate(items: readonly TrayItem[], act: (action: TrayAction) => void): Template {
  return items.map((item) => itemTemplate(item, act));
}

function itemTemplate(item: TrayItem, act: (action: TrayAction) => void): Template[number] {
  switch (item.is) {
    case 'separator':
      return { type: 'separator' };
    case 'words':
      return { label: escapeLabel(item.label), enabled: false };
    case 'action':
      return { label: escapeLabel(item.label), click: () => act(item.action) };
    case 'submenu':
      return { label: escapeLabel(item.label), submenu: menuTemplate(item.items, act) };
  }
}

/**
 * Every system's menu takes one ampersand for the mark of a shortcut, macOS too, where it just vanishes:
 * https://www.electronjs.org/docs/latest/api/menu#menusetapplicationmenumenu, https://github.com/electron/electron/issues/9978
 */
function escapeLabel(label: string): string {
  return label.replaceAll('&', '&&');
}
