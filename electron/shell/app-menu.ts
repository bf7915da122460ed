import type { Language } from '../../shared/language.ts';
import type { App } from '../core/ports.ts';
import { roleItems } from './words/role-items.ts';
import { type ShellWords, shellWords } from './words/words.ts';

type Template = Electron.MenuItemConstructorOptions[];

export interface AppMenuParts {
  Menu: Pick<typeof Electron.Menu, 'setApplicationMenu' | 'buildFromTemplate'>;
  core: Pick<App, 'subscribe' | 'language'>;
  platform: NodeJS.Platform;
  /** Adds what only those need who work on Greenroom. */
  isDevelopment: boolean;
  openSettings: () => void;
}

const separator = { type: 'separator' } as const;

/**
 * On macOS copying, pasting and the like reach a page only through the menu; without one of its own, an app is given
 * Electron's, with reloading and developer tools in it. Elsewhere the page has those keys by itself, and no menu is
 * wanted. It is made anew when its user reads another language.
 * https://www.electronjs.org/docs/latest/api/menu#menusetapplicationmenumenu
 */
export function setAppMenu({ Menu, core, ...parts }: AppMenuParts): void {
  let spoken: Language | undefined;
  const set = () => {
    const language = core.language();
    if (language === spoken) return;
    spoken = language;
    const template = appMenuTemplate(parts, shellWords(language));
    Menu.setApplicationMenu(template && Menu.buildFromTemplate(template));
  };
  set();
  core.subscribe(set);
}

/** @returns null: no menu */
export function appMenuTemplate(
  { platform, isDevelopment, openSettings }: Omit<AppMenuParts, 'Menu' | 'core'>,
  words: ShellWords,
): Template | null {
  const development: Template = [{ role: 'reload' }, { role: 'toggleDevTools' }];
  if (platform !== 'darwin') return isDevelopment ? [{ label: '&Development', submenu: development }] : null;
  const { menu } = words;
  const item = roleItems(words);
  return [
    {
      // macOS writes the app's name in its place.
      label: 'Greenroom',
      submenu: [
        item('about'),
        separator,
        { label: menu.settings, accelerator: 'Command+,', click: openSettings },
        separator,
        item('services'),
        separator,
        item('hide'),
        item('hideOthers'),
        item('unhide'),
        separator,
        item('quit'),
      ],
    },
    {
      label: menu.edit,
      submenu: [
        item('undo'),
        item('redo'),
        separator,
        item('cut'),
        item('copy'),
        item('paste'),
        item('delete'),
        item('selectAll'),
      ],
    },
    {
      label: menu.view,
      submenu: [
        item('resetZoom'),
        item('zoomIn'),
        item('zoomOut'),
        separator,
        item('togglefullscreen'),
        ...(isDevelopment ? [separator, ...development] : []),
      ],
    },
    {
      ...item('window'),
      submenu: [item('minimize'), item('zoom'), item('close'), separator, item('front')],
    },
  ];
}
