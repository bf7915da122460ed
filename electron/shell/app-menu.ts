type Template = Electron.MenuItemConstructorOptions[];

export interface AppMenuParts {
  Menu: Pick<typeof Electron.Menu, 'setApplicationMenu' | 'buildFromTemplate'>;
  platform: NodeJS.Platform;
  /** Adds what only those need who work on Greenroom. */
  isDevelopment: boolean;
  openSettings: () => void;
}

const separator = { type: 'separator' } as const;

/**
 * On macOS copying, pasting and the like reach a page only through the menu; without one of its own, an app is given
 * Electron's, with reloading and developer tools in it. Elsewhere the page has those keys by itself, and no menu is
 * wanted. https://www.electronjs.org/docs/latest/api/menu#menusetapplicationmenumenu
 */
export function setAppMenu({ Menu, platform, isDevelopment, openSettings }: AppMenuParts): void {
  const template = appMenuTemplate(platform, isDevelopment, openSettings);
  Menu.setApplicationMenu(template && Menu.buildFromTemplate(template));
}

/** @returns null: no menu */
export function appMenuTemplate(
  platform: NodeJS.Platform,
  isDevelopment: boolean,
  openSettings: () => void,
): Template | null {
  const development: Template = [{ role: 'reload' }, { role: 'toggleDevTools' }];
  if (platform !== 'darwin') return isDevelopment ? [{ label: '&Development', submenu: development }] : null;
  return [
    {
      // macOS writes the app's name in its place.
      label: 'Greenroom',
      submenu: [
        { role: 'about' },
        separator,
        { label: 'Settings…', accelerator: 'Command+,', click: openSettings },
        separator,
        { role: 'services' },
        separator,
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        separator,
        { role: 'quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'delete' },
        { role: 'selectAll' },
      ],
    },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(isDevelopment ? [separator, ...development] : []),
      ],
    },
    {
      role: 'window',
      submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close' }, separator, { role: 'front' }],
    },
  ];
}
