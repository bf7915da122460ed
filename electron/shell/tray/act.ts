import type { AlertTarget } from '../../../shared/alerts.ts';
import { pauseUntil } from '../../../shared/pause.ts';
import type { App } from '../../core/ports.ts';
import { ask } from './ask.ts';
import type { TrayAction } from './tray-model.ts';

/** What a click in the menu reaches. */
export interface TrayReach {
  core: Pick<App, 'dispatch'>;
  clipboard: Pick<Electron.Clipboard, 'writeText'>;
  /** Shows the window where it was. */
  show: () => void;
  open: (target: AlertTarget) => void;
  quit: () => void;
}

/** Does what was clicked. Rejects where the clipboard does. */
export async function act(
  action: TrayAction,
  { core, clipboard, show, open, quit }: TrayReach,
): Promise<void> {
  switch (action.do) {
    case 'show':
      return show();
    case 'open':
      return open(action.target);
    case 'copy':
      // A promise since Electron 44: https://www.electronjs.org/docs/latest/api/clipboard#clipboardwritetexttext
      return clipboard.writeText(action.text);
    case 'pause':
      await ask(core, 'settings.set', { pausedUntil: pauseUntil(action.pause, new Date()) });
      return;
    case 'resume-alerts':
      await ask(core, 'settings.set', { pausedUntil: null });
      return;
    case 'install-update':
      await ask(core, 'update.install', {});
      return;
    case 'quit':
      return quit();
  }
}
