import type { Alert } from '../../../shared/alerts.ts';
import type { App } from '../../core/ports.ts';
import type { Wish } from '../lifecycle-wishes.ts';
import { shellWords } from '../words/words.ts';
import { wishOfToast } from './activation.ts';
import { keepNewest } from './kept.ts';
import { macActions, optionsOf } from './options.ts';
import { tellOutcomes } from './outcomes.ts';
import { readTicket } from './ticket.ts';
import { whyFailed, whyUnsupported } from './words.ts';

/** More than anybody looks back at in the system's list. */
const MOST_KEPT = 50;

export type Native = Pick<Electron.Notification, 'on' | 'show' | 'close' | 'id'>;

export interface AlertParts {
  Notification: Pick<typeof Electron.Notification, 'isSupported' | 'handleActivation'> & {
    new (options: Electron.NotificationConstructorOptions): Native;
    getHistory(): Promise<Native[]>;
  };
  core: Pick<App, 'dispatch' | 'subscribe' | 'language'>;
  grant: (wish: Wish) => void;
  platform: NodeJS.Platform;
}

/**
 * Shows every alert as a notification of the system, tells the core what became of it, and grants what its user clicks.
 * After the app is ready. Whether a system then holds it back without a word (Focus on macOS, "Do not disturb" on
 * Windows) nobody is told: there it counts as shown, and waits in the system's list.
 */
export function showAlerts({ Notification, core, grant, platform }: AlertParts): void {
  // One that has to make room is taken off the system's list, since a click on it would no longer be heard.
  const kept = keepNewest<Native>(MOST_KEPT, (oldest) => oldest.close());
  const outcomes = tellOutcomes(core, platform);

  // The first call makes macOS ask its user for permission, and Windows learn who is to be started for a click: before
  // the first alert is due, which would be lost meanwhile.
  Notification.isSupported();
  if (platform === 'win32') Notification.handleActivation((details) => grant(wishOfToast(details)));
  if (platform === 'darwin') void adopt();

  core.subscribe((push) => {
    if (push.name === 'alert') show(push.value);
  });

  function show(alert: Alert): void {
    if (!Notification.isSupported()) {
      outcomes.failed(alert.id, whyUnsupported(platform));
      return;
    }
    const open: Wish = { do: 'open', target: alert.target };
    try {
      const native = new Notification(optionsOf(alert, platform, shellWords(core.language())));
      listen(native, alert.id, { open, ...(alert.mute && { mute: { do: 'mute', mute: alert.mute } }) });
      native.on('show', () => outcomes.shown(alert.id));
      native.on('failed', (_event, error) => {
        kept.drop(alert.id);
        outcomes.failed(alert.id, whyFailed(error, platform));
      });
      kept.add(alert.id, native);
      native.show();
    } catch (error) {
      kept.drop(alert.id);
      outcomes.failed(alert.id, whyFailed(String(error), platform));
    }
  }

  function listen(native: Native, name: string, wishes: { open?: Wish; mute?: Wish }): void {
    native.on('click', () => {
      kept.drop(name);
      grant(wishes.open ?? { do: 'show' });
    });
    native.on('action', ({ actionIndex }) => {
      // On Windows the handler of all activations hears it, too, and even where this object is gone.
      if (platform === 'win32') return;
      const wish = actionIndex === macActions.mute ? wishes.mute : wishes.open;
      if (wish) grant(wish);
    });
    native.on('close', ({ reason }) => {
      // Windows closes a toast when it moves to the notification centre, where it can still be clicked.
      if (platform !== 'win32' || reason !== 'timedOut') kept.drop(name);
    });
  }

  /** What a run of the app that crashed left in the Notification Center; a clean end takes all away. */
  async function adopt(): Promise<void> {
    try {
      for (const native of await Notification.getHistory()) {
        listen(native, native.id, readTicket(native.id));
        kept.add(native.id, native);
      }
    } catch (error) {
      console.error('Could not read the notifications of an earlier run:', error);
    }
  }
}
