import type { Wish } from '../lifecycle-wishes.ts';
import type { ShellWords } from '../words/words.ts';
import type { Native } from './show-alerts.ts';

export interface TrayHint {
  Notification: Pick<typeof Electron.Notification, 'isSupported'> & {
    new (options: Electron.NotificationConstructorOptions): Native;
  };
  dialog: Pick<Electron.Dialog, 'showMessageBox'>;
  grant: (wish: Wish) => void;
  platform: NodeJS.Platform;
  words: () => ShellWords;
}

/** How to come back to a hidden window. On Linux there may be no tray, and nothing tells whether there is. */
export function trayHint(platform: NodeJS.Platform, { hint }: ShellWords): string {
  return platform === 'darwin' || platform === 'win32' ? hint[platform] : hint.other;
}

/** @returns what says that closing the window ended nothing: as a notification, else as a dialog */
export function createTrayHint({ Notification, dialog, grant, platform, words }: TrayHint): () => void {
  // A notification that nobody holds is collected, and its click is lost.
  let held: Native | undefined;

  return () => {
    const { title } = words().hint;
    const body = trayHint(platform, words());
    const ask = () => void dialog.showMessageBox({ type: 'info', message: title, detail: body });
    if (!Notification.isSupported()) {
      ask();
      return;
    }
    held = new Notification({ title, body });
    held.on('click', () => grant({ do: 'show' }));
    held.on('failed', ask);
    held.show();
  };
}
