import { request } from 'node:http';
import { fakeEvents, preventable } from '../testing.ts';
import type { Order, OrderMessage, Told } from './fake-orders.ts';
import {
  FakeNotification,
  FakeTray,
  FakeWindow,
  imageFrom,
  made,
  noted,
  notifications,
  tell,
  trays,
  windows,
} from './fake-parts.ts';

/**
 * Takes the place of Electron for the built main file, in a process of its own: notes what is done to it, and plays the
 * system and the page. It proves the wiring, not Electron; that takes a desktop.
 */

// Where a packed app has what stands beside its archive, given only to play such an app; and whether another one runs.
const { GREENROOM_FAKE_RESOURCES: resourcesPath, GREENROOM_FAKE_SECOND } = process.env;
Object.assign(process, { resourcesPath: resourcesPath ?? '/nowhere' });

const appEvents = fakeEvents();
const power = fakeEvents();
let isReady = false;
const paths = new Map<string, string>();
const answers = new Map<string, (request: Request) => Response | Promise<Response>>();

function quit(): void {
  tell('app.quit');
  const event = preventable({});
  appEvents.emit('before-quit', event);
  if (event.defaultPrevented) return;
  for (const window of windows) if (!window.isDestroyed() && window.close()) return;
  appEvents.emit('will-quit', preventable({}));
  appEvents.emit('quit', {}, 0);
  tell('app.gone');
  process.disconnect();
  process.exit(0);
}

export const app = {
  ...noted(
    'app',
    'setName',
    'setAppUserModelId',
    'setToastActivatorCLSID',
    'setLoginItemSettings',
    'exit',
    'relaunch',
    'releaseSingleInstanceLock',
  ),
  on: appEvents.on,
  once: appEvents.once,
  isPackaged: resourcesPath !== undefined,
  enableSandbox: () => tell('app.enableSandbox', isReady),
  getVersion: () => '0.0.0-fake',
  getName: () => 'Greenroom',
  getPreferredSystemLanguages: () => ['en-GB'],
  setPath: (name, path) => void paths.set(name, path),
  getPath: (name) => paths.get(name) ?? '/nowhere',
  requestSingleInstanceLock: () => GREENROOM_FAKE_SECOND === undefined,
  whenReady: () =>
    new Promise<void>((resolve) =>
      setImmediate(() => {
        isReady = true;
        appEvents.emit('ready', {}, {});
        resolve();
      }),
    ),
  setAsDefaultProtocolClient: () => true,
  getLoginItemSettings: () => ({ openAtLogin: false }) as Electron.LoginItemSettings,
  setBadgeCount(count?: number) {
    tell('app.setBadgeCount', count);
    return true;
  },
  quit,
} satisfies Pick<
  Electron.App,
  | 'on'
  | 'once'
  | 'isPackaged'
  | 'enableSandbox'
  | 'getVersion'
  | 'getName'
  | 'getPreferredSystemLanguages'
  | 'setName'
  | 'setPath'
  | 'getPath'
  | 'exit'
  | 'quit'
  | 'relaunch'
  | 'requestSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'whenReady'
  | 'setAppUserModelId'
  | 'setToastActivatorCLSID'
  | 'setAsDefaultProtocolClient'
  | 'getLoginItemSettings'
  | 'setLoginItemSettings'
  | 'setBadgeCount'
>;

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => tell('protocol.registerSchemesAsPrivileged', isReady, schemes),
  handle: (scheme, handler) => void answers.set(scheme, handler),
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>;

const webRequest = noted('webRequest', 'onBeforeRequest') as unknown as Electron.WebRequest;
const defaultSession = {
  ...noted(
    'session',
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
    'setSpellCheckerEnabled',
  ),
  on: fakeEvents().on,
  webRequest,
} satisfies Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
  | 'on'
  | 'webRequest'
>;
export const session = {
  defaultSession,
  fromPartition(name) {
    tell('session.fromPartition', name);
    return {} as Electron.Session;
  },
} satisfies Pick<typeof Electron.Session, 'fromPartition'> & { defaultSession: unknown };

/** Node's own in place of Chromium's: for the updater, which takes what both have. */
export const net = {
  request: (options) => request(options as object) as unknown as Electron.ClientRequest,
} satisfies Pick<Electron.Net, 'request'>;

/** Turned around, under a mark that no public key of Chromium's carries. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text) => Buffer.from(`v11${[...text].reverse().join('')}`),
  decryptStringAsync: async (bytes) => ({
    result: [...bytes.toString().slice(3)].reverse().join(''),
    shouldReEncrypt: false,
  }),
  getSelectedStorageBackend: () => 'gnome_libsecret' as const,
} satisfies Pick<
  Electron.SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } } as Electron.Display],
} satisfies Pick<Electron.Screen, 'getAllDisplays'>;
export const nativeTheme = { shouldUseDarkColors: false } satisfies Pick<
  Electron.NativeTheme,
  'shouldUseDarkColors'
>;
export const nativeImage = {
  createFromPath: (path) => imageFrom(path) as unknown as Electron.NativeImage,
} satisfies Pick<typeof Electron.NativeImage, 'createFromPath'>;
export const powerMonitor = { on: power.on } satisfies Pick<Electron.PowerMonitor, 'on'>;
const systemUpdater = fakeEvents();
export const autoUpdater = {
  on: systemUpdater.on,
  emit: (name: string | symbol, ...args: unknown[]) => systemUpdater.emit(String(name), ...args),
} satisfies Pick<Electron.AutoUpdater, 'on' | 'emit'>;
export const clipboard = {
  writeText: async (text) => tell('clipboard.writeText', text),
} satisfies Pick<Electron.Clipboard, 'writeText'>;
export const shell = {
  openExternal: async (url) => tell('shell.openExternal', url),
} satisfies Pick<Electron.Shell, 'openExternal'>;
export const dialog = {
  showErrorBox: (title, content) => tell('dialog.showErrorBox', title, content),
  showMessageBox: (async (options: Electron.MessageBoxOptions) => {
    tell('dialog.showMessageBox', options.message);
    return { response: 0, checkboxChecked: false };
  }) as Electron.Dialog['showMessageBox'],
} satisfies Pick<Electron.Dialog, 'showErrorBox' | 'showMessageBox'>;
export const Menu = {
  buildFromTemplate: (template) => ({ template, on: fakeEvents().on }) as unknown as Electron.Menu,
  setApplicationMenu: () => tell('Menu.setApplicationMenu'),
} satisfies Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
export { FakeNotification as Notification, FakeTray as Tray, FakeWindow as BrowserWindow };

made.push((window) => appEvents.emit('web-contents-created', {}, window.webContents));

async function obey(order: Order): Promise<unknown> {
  const window = windows.at(-1);
  switch (order.do) {
    case 'emit': {
      const event = preventable({});
      const on = { app: appEvents, power, window, tray: trays.at(-1), notification: notifications.at(-1) }[
        order.on
      ];
      if (order.on === 'window' && order.event === 'close') return window?.close();
      on?.emit(order.event, event, ...order.args);
      return event.defaultPrevented;
    }
    case 'call': {
      const handler = window?.handlers.get(order.channel);
      return handler?.(frameEvent(order.origin), ...order.args);
    }
    case 'listen':
      return window?.ipc.emit(order.channel, frameEvent(order.origin));
    case 'fetch': {
      const response = await answers.get(new URL(order.url).protocol.slice(0, -1))?.(new Request(order.url));
      return (
        response && {
          status: response.status,
          headers: Object.fromEntries(response.headers),
          text: await response.text(),
        }
      );
    }
    case 'click': {
      const item = flat(trays.at(-1)?.menu ?? []).find(({ label }) => label?.includes(order.label));
      item?.click?.({} as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent);
      return item?.label;
    }
    case 'look':
      return {
        windows: windows.map(({ state }) => state),
        menu: trays.at(-1)?.menu.map(({ label }) => label),
      };
  }
}

function flat(items: Electron.MenuItemConstructorOptions[]): Electron.MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

function frameEvent(origin: string): Electron.IpcMainInvokeEvent {
  return { senderFrame: { origin, parent: null } } as Electron.IpcMainInvokeEvent;
}

process.on('message', ({ id, ...order }: OrderMessage) => {
  void obey(order as Order).then((value) => process.send?.({ is: 'answer', id, value } satisfies Told));
});
