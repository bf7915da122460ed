import { fakeEvents } from '../testing.ts';
import type { TrayLike } from './tray-icon.ts';

type Template = Parameters<typeof Electron.Menu.buildFromTemplate>[0];

/** As the system does it. */
export function clickOn(item: Template[number] | undefined): void {
  if (!item?.click) throw new Error('There is nothing to click on.');
  item.click({} as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent);
}

/** Electron's tray, menu and images as far as the tray uses them, with what was done to them. */
export function fakeElectron() {
  const clicks = fakeEvents();
  const done: [what: string, value?: unknown][] = [];
  const menus: { template: Template; emit(name: string): void }[] = [];
  const missing = new Set<string>();

  class Tray {
    on = clicks.on;
    constructor(image: Electron.NativeImage) {
      done.push(['made', fileOf(image)]);
    }
    setImage = (image: Electron.NativeImage | string) => void done.push(['image', fileOf(image)]);
    setToolTip = (text: string) => void done.push(['tooltip', text]);
    setContextMenu = (menu: Electron.Menu | null) => void done.push(['menu', menus.indexOf(menu as never)]);
    destroy = () => void done.push(['destroyed']);
  }

  const Menu = {
    buildFromTemplate(template) {
      const events = fakeEvents();
      const menu = { template, on: events.on, emit: (name: string) => void events.emit(name) };
      menus.push(menu);
      return menu as unknown as Electron.Menu;
    },
  } satisfies Pick<typeof Electron.Menu, 'buildFromTemplate'>;

  const nativeImage = {
    createFromPath: (path) =>
      ({ path, isEmpty: () => missing.has(path) }) satisfies Pick<Electron.NativeImage, 'isEmpty'> & {
        path: string;
      } as unknown as Electron.NativeImage,
  } satisfies Pick<typeof Electron.NativeImage, 'createFromPath'>;

  return {
    Tray: Tray satisfies new (image: Electron.NativeImage) => TrayLike,
    Menu,
    nativeImage,
    menus,
    missing,
    click: () => void clicks.emit('click'),
    /** What was done since the last time. */
    done: () => done.splice(0),
    /** Clicks on an item of the menu that is set. */
    choose(label: string): void {
      clickOn(menus.at(-1)?.template.find((one) => one.label === label));
    },
  };
}

function fileOf(image: unknown): string {
  return (image as { path: string }).path;
}
