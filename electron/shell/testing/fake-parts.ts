import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { fakeEvents, preventable } from '../testing.ts';
import type { Told } from './fake-orders.ts';

/**
 * The small parts of the fake. Each satisfies the part of Electron's own types that the shell uses: what a newer
 * Electron changes there does not compile here.
 */

export function tell(what: string, ...args: unknown[]): void {
  process.send?.({ is: 'did', what, args } satisfies Told);
}

/** Notes each call, and does nothing. */
export function noted<Names extends string>(of: string, ...names: Names[]) {
  const note =
    (name: string) =>
    (...args: unknown[]) => {
      tell(`${of}.${name}`, ...args.filter(isPlain));
      return undefined;
    };
  return Object.fromEntries(names.map((name) => [name, note(name)])) as Record<
    Names,
    ReturnType<typeof note>
  >;
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'function';
}

/** The windows that were opened, the newest last; what they are told to do is noted. */
export const windows: FakeWindow[] = [];
export const trays: FakeTray[] = [];
export const notifications: FakeNotification[] = [];

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;

type WindowPart = Pick<
  Electron.BrowserWindow,
  | 'loadURL'
  | 'show'
  | 'hide'
  | 'close'
  | 'destroy'
  | 'isVisible'
  | 'isDestroyed'
  | 'isMinimized'
  | 'isMaximized'
  | 'isFullScreen'
  | 'focus'
  | 'restore'
  | 'maximize'
  | 'setFullScreen'
  | 'setOverlayIcon'
  | 'getNormalBounds'
>;

type ContentsPart = Pick<
  Electron.WebContents,
  | 'on'
  | 'once'
  | 'ipc'
  | 'send'
  | 'isDestroyed'
  | 'isCrashed'
  | 'getURL'
  | 'loadURL'
  | 'reload'
  | 'setWindowOpenHandler'
>;

export class FakeWindow extends EventEmitter implements WindowPart {
  state = { visible: false, destroyed: false, url: '' };
  readonly handlers = new Map<string, Handler>();
  readonly ipc = new EventEmitter();
  readonly webContents;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    const { webPreferences, show, title } = options;
    tell('window.new', { title, show, webPreferences });
    const contents = fakeEvents();
    this.webContents = {
      on: contents.on,
      once: contents.once,
      ipc: {
        handle: (channel: string, handler: Handler) => void this.handlers.set(channel, handler),
        on: this.ipc.on.bind(this.ipc) as never,
      } satisfies Pick<Electron.IpcMain, 'handle' | 'on'>,
      send: (channel: string, ...args: unknown[]) => tell('window.send', channel, ...args),
      isDestroyed: () => this.state.destroyed,
      isCrashed: () => false,
      getURL: () => this.state.url,
      loadURL: (url: string) => this.loadURL(url),
      reload: () => tell('window.reload'),
      setWindowOpenHandler: () => undefined,
    } satisfies Omit<ContentsPart, 'ipc'> & { ipc: Pick<Electron.IpcMain, 'handle' | 'on'> };
    windows.push(this);
    for (const listener of made) listener(this);
  }

  async loadURL(url: string): Promise<void> {
    tell('window.loadURL', url);
    this.state.url = url;
    setImmediate(() => this.emit('ready-to-show'));
  }
  show(): void {
    tell('window.show');
    this.state.visible = true;
    this.emit('show');
  }
  hide(): void {
    tell('window.hide');
    this.state.visible = false;
  }
  /** As its user closes it. @returns whether that was prevented */
  close(): boolean {
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
    return event.defaultPrevented;
  }
  destroy(): void {
    if (this.state.destroyed) return;
    tell('window.destroy');
    this.state.destroyed = true;
    this.emit('closed');
  }
  isVisible = () => this.state.visible;
  isDestroyed = () => this.state.destroyed;
  isMinimized = () => false;
  isMaximized = () => false;
  isFullScreen = () => false;
  focus = () => tell('window.focus');
  restore = () => tell('window.restore');
  maximize = () => tell('window.maximize');
  setFullScreen = () => tell('window.setFullScreen');
  setOverlayIcon = () => tell('window.setOverlayIcon');
  getNormalBounds = () => ({ x: 10, y: 10, width: 1000, height: 700 });
}

/** Told of each window when it is made, as the app's `web-contents-created` is. */
export const made: ((window: FakeWindow) => void)[] = [];

export class FakeTray
  extends EventEmitter
  implements Pick<Electron.Tray, 'setImage' | 'setToolTip' | 'setContextMenu' | 'destroy'>
{
  menu: Electron.MenuItemConstructorOptions[] = [];
  constructor(image: { path: string }) {
    super();
    tell('tray.new', image.path);
    trays.push(this);
  }
  setImage = (image: unknown) => tell('tray.setImage', (image as { path: string }).path);
  setToolTip = (text: string) => tell('tray.setToolTip', text);
  setContextMenu(menu: unknown): void {
    this.menu = (menu as { template: Electron.MenuItemConstructorOptions[] }).template;
    tell(
      'tray.setContextMenu',
      this.menu.map(({ label, type }) => label ?? type),
    );
  }
  destroy = () => tell('tray.destroy');
}

export class FakeNotification
  extends EventEmitter
  implements Pick<Electron.Notification, 'id' | 'show' | 'close'>
{
  static isSupported = () => true;
  static handleActivation = () => undefined;
  static getHistory = async () => [];
  readonly id: string;
  constructor(options: Electron.NotificationConstructorOptions) {
    super();
    this.id = options.id ?? '';
    tell('notification.new', { title: options.title, body: options.body });
    notifications.push(this);
  }
  show(): void {
    tell('notification.show');
    setImmediate(() => this.emit('show', {}));
  }
  close = () => tell('notification.close');
}

/** A real one is empty where there is no picture: so is this. */
export function imageFrom(path: string) {
  return { path, isEmpty: () => !existsSync(path) };
}

FakeNotification satisfies Pick<
  typeof Electron.Notification,
  'isSupported' | 'handleActivation' | 'getHistory'
>;
