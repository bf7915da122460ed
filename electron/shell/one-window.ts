type Shown = Pick<Electron.BrowserWindow, 'isDestroyed' | 'isMinimized' | 'restore' | 'show' | 'focus'>;

/** The app has one window at most: asked for again, it comes to the front; closed, it opens anew. */
export function oneWindow(open: () => Shown): () => void {
  let window: Shown | undefined;
  return () => {
    if (!window || window.isDestroyed()) {
      window = open();
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
}
