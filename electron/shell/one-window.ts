import type { AlertTarget } from '../../shared/alerts.ts';
import { type Hideable, type Hiding, hideOnClose } from './hidden-window.ts';
import { isStartPage, pageAt, startPage } from './origin.ts';
import { reportFailedLoad } from './window.ts';

export type Shown = Hideable &
  Pick<Electron.BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'> & {
    webContents: Pick<Electron.WebContents, 'getURL' | 'loadURL'>;
  };

export interface OneWindowParts<Window extends Shown>
  extends Pick<Hiding, 'platform' | 'isQuitting' | 'hidden' | 'freeAfterMs'> {
  /** Opens it at an address of the page, and shows it when there is something to see. */
  open: (address: string) => Window;
  /** Before a window that can be seen goes away. */
  keepPlace: (window: Window) => void;
}

/** The app has one window at most; closed, it hides; destroyed, it opens anew at the screen where it was. */
export function oneWindow<Window extends Shown>({ open, keepPlace, ...parts }: OneWindowParts<Window>) {
  let window: Window | undefined;
  let hiding: ReturnType<typeof hideOnClose> | undefined;
  let address = startPage;

  function openAt(wanted: string): void {
    const opened = open(wanted);
    window = opened;
    hiding = hideOnClose(opened, {
      ...parts,
      closing: () => keepPlace(opened),
      leaving() {
        const at = opened.webContents.getURL();
        address = isStartPage(at) ? at : startPage;
      },
    });
  }

  function show(wanted?: string): void {
    if (!window || window.isDestroyed()) {
      openAt(wanted ?? address);
      return;
    }
    hiding?.keep();
    if (wanted !== undefined) goTo(window.webContents, wanted);
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  return {
    /** To the front, where it was. */
    show: () => show(),
    /** To the front, at a screen. */
    open: (target: AlertTarget) => show(pageAt(target)),
    /** Hidden ones count; undefined where there is none. */
    current: () => (window?.isDestroyed() ? undefined : window),
    /** At once and without asking its page: quitting waits for no page that hangs. */
    end(): void {
      if (!window || window.isDestroyed()) return;
      if (!hiding?.isHidden()) keepPlace(window);
      window.destroy();
    },
  };
}

export type OneWindow = Pick<ReturnType<typeof oneWindow>, 'show' | 'open' | 'end'>;

/**
 * Where only the hash differs, it is a navigation within the document: nothing is loaded anew, and the page hears of
 * `hashchange`. It is not the page's own, so that no guard stops it.
 * https://www.electronjs.org/docs/latest/api/web-contents#event-will-navigate
 */
function goTo(contents: Shown['webContents'], address: string): void {
  // The address that it has already might load it anew: https://github.com/electron/electron/issues/46469
  if (contents.getURL() === address) return;
  contents.loadURL(address).catch(reportFailedLoad);
}
