/** As the installer registers it: Windows shows no toast of an app that it does not know, and lists settings by it. */
export const appId = 'app.greenroom.desktop';

/** Ours alone. By it Windows starts the app for a click on a toast that outlived it. */
export const toastClsid = '{CFA21BD7-8106-49B6-9F95-433807F8CB88}';

export interface Identifying {
  app: Pick<Electron.App, 'isPackaged' | 'setAppUserModelId' | 'setToastActivatorCLSID'>;
  platform: NodeJS.Platform;
  execPath: string;
}

/**
 * Tells Windows who the app is, before its first notification. In development the program is Electron's, and its path
 * the id: https://www.electronjs.org/docs/latest/tutorial/notifications#windows. Electron then sees to the shortcut in
 * the Start menu that carries both.
 */
export function identifyApp({ app, platform, execPath }: Identifying): void {
  if (platform !== 'win32') return;
  app.setAppUserModelId(app.isPackaged ? appId : execPath);
  // What an installed copy registered must not lead to one in development.
  if (app.isPackaged) app.setToastActivatorCLSID(toastClsid);
}
