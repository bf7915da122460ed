import type { ShellWords } from './words/words.ts';

/** So many crashes within so many ms are forgiven. */
const forgiven = 3;
const window = 60_000;

export interface CrashParts {
  contents: Pick<Electron.WebContents, 'on' | 'reload' | 'isDestroyed'>;
  dialog: Pick<Electron.Dialog, 'showMessageBox'>;
  words: () => ShellWords;
  /** Milliseconds, of any origin. */
  now?: () => number;
}

/**
 * Loads a page anew whose process went away, at the screen where it was, which its address names; unless it keeps going
 * away. A window that is closed then opens with a new process.
 */
export function reloadAfterCrash({
  contents,
  dialog,
  words,
  now = () => performance.now(),
}: CrashParts): void {
  let crashes: number[] = [];
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    crashes = [...crashes.filter((at) => now() - at < window), now()];
    if (crashes.length > forgiven) {
      const { title, detail } = words().crash;
      void dialog.showMessageBox({ type: 'error', message: title, detail: detail(reason) });
      return;
    }
    // After the event: what is still taking the old process down is not to be walked in on.
    setImmediate(() => {
      if (!contents.isDestroyed()) contents.reload();
    });
  });
}
