import type { Wish } from '../lifecycle-wishes.ts';
import type { Native } from './show-alerts.ts';

export interface TrayHint {
  Notification: Pick<typeof Electron.Notification, 'isSupported'> & {
    new (options: Electron.NotificationConstructorOptions): Native;
  };
  dialog: Pick<Electron.Dialog, 'showMessageBox'>;
  grant: (wish: Wish) => void;
  platform: NodeJS.Platform;
}

const title = 'Greenroom keeps running';

/** How to come back to a hidden window. On Linux there may be no tray, and nothing tells whether there is. */
export function trayHint(platform: NodeJS.Platform): string {
  const back = {
    darwin: 'It receives and tells as before. Open it again from the menu bar or the Dock.',
    win32: 'It receives and tells as before. Open it again from the notification area of the taskbar.',
    other:
      'It receives and tells as before. Open it again from the tray; where there is none, start Greenroom once more.',
  };
  return platform === 'darwin' || platform === 'win32' ? back[platform] : back.other;
}

/** @returns what says that closing the window ended nothing: as a notification, else as a dialog */
export function createTrayHint({ Notification, dialog, grant, platform }: TrayHint): () => void {
  const body = trayHint(platform);
  // A notification that nobody holds is collected, and its click is lost.
  let held: Native | undefined;
  const ask = () => void dialog.showMessageBox({ type: 'info', message: title, detail: body });

  return () => {
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
