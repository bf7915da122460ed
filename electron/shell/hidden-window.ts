/** A hidden window keeps a process and its memory for this long. */
const FREE_AFTER_MS = 60_000;

export type Hideable = Pick<
  Electron.BrowserWindow,
  'on' | 'once' | 'hide' | 'destroy' | 'isDestroyed' | 'isFullScreen' | 'setFullScreen'
> & { webContents: Pick<Electron.WebContents, 'isCrashed'> };

export interface Hiding {
  platform: NodeJS.Platform;
  /** From then on windows close. */
  isQuitting: () => boolean;
  /** While it can still be seen: before it hides, or closes by its user. */
  closing: () => void;
  /** After it hid. */
  hidden: () => void;
  /** Right before it is destroyed to free its memory. */
  leaving: () => void;
  freeAfterMs?: number;
}

/**
 * Closing a window hides it, and a minute later it is destroyed, unless it is shown again. What is told here is what was
 * done here: Electron's own "hidden" and "visible" also mean covered by others and minimised, each system as it likes
 * (https://github.com/electron/electron/issues/8664), and a window that its user minimised must stay.
 */
export function hideOnClose(window: Hideable, parts: Hiding) {
  const { platform, isQuitting, closing, hidden, leaving, freeAfterMs = FREE_AFTER_MS } = parts;
  let state: 'shown' | 'leaving full screen' | 'hidden' = 'shown';
  let timer: NodeJS.Timeout | undefined;

  window.on('close', (event) => {
    if (state === 'shown') closing();
    if (isQuitting()) return;
    // Its page is lost, and would be shown again just as it is: opened anew, it lives.
    if (window.webContents.isCrashed()) {
      leaving();
      return;
    }
    event.preventDefault();
    if (state !== 'shown') return;
    if (platform !== 'darwin' || !window.isFullScreen()) {
      hide();
      return;
    }
    // Hidden as it is, it would leave a black screen: https://github.com/electron/electron/issues/20263
    state = 'leaving full screen';
    window.once('leave-full-screen', () => {
      if (state === 'leaving full screen') hide();
    });
    window.setFullScreen(false);
  });
  window.on('closed', () => clearTimeout(timer));

  function hide(): void {
    if (window.isDestroyed()) return;
    state = 'hidden';
    window.hide();
    timer = setTimeout(() => {
      leaving();
      window.destroy();
    }, freeAfterMs);
    hidden();
  }

  return {
    isHidden: () => state === 'hidden',
    /** It is about to be shown. */
    keep(): void {
      state = 'shown';
      clearTimeout(timer);
    },
  };
}
