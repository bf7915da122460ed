import { ALERT_SHOWN_MS, type Alert } from '../../shared/alerts.ts';
import type { Input } from '../../shared/contract.ts';
import type { PagePermission } from './page-permission.ts';

/** The core stops waiting then: what is said here has to reach it before. */
const PATIENCE_MS = ALERT_SHOWN_MS - 500;

/** What we use of the browser's Notification. */
export type Shown = Pick<Notification, 'close' | 'addEventListener'>;

interface Parts {
  permission: Pick<PagePermission, 'check'>;
  create(title: string, options: NotificationOptions): Shown;
  report(outcome: Input<'alert.outcome'>): void;
  /** The user wants to see what it is about. */
  open(alert: Alert): void;
}

const reasons = {
  denied: 'The browser no longer lets this page show notifications. Allow them again for this address.',
  refused: 'The browser shows no notifications of pages.',
  failed: 'The browser could not show it. Look whether the system lets the browser show notifications.',
  silent: 'The browser did not show it in time. Look whether the system lets it show notifications.',
};

/** Shows alerts as notifications of the browser, and tells once for each whether that went well. */
export function createAlertShower({ permission, create, report, open }: Parts) {
  /** What nothing refers to may be collected, and its clicks with it. */
  const kept = new Set<Shown>();

  return (alert: Alert): void => {
    let told = false;
    const tell = (shown: boolean, reason?: string) => {
      clearTimeout(timer);
      if (told) return;
      told = true;
      report({ alertId: alert.id, shown, ...(reason !== undefined && { reason }) });
    };
    const timer = setTimeout(() => tell(false, reasons.silent), PATIENCE_MS);
    if (permission.check() !== 'granted') {
      tell(false, reasons.denied);
      return;
    }
    try {
      const notification = create(alert.title, optionsOf(alert));
      kept.add(notification);
      notification.addEventListener('show', () => tell(true));
      notification.addEventListener('error', () => {
        kept.delete(notification);
        tell(false, reasons.failed);
      });
      notification.addEventListener('close', () => kept.delete(notification));
      notification.addEventListener('click', () => {
        open(alert);
        notification.close();
      });
    } catch {
      // Where only a service worker may show them, as on Android, the constructor throws.
      tell(false, reasons.refused);
    }
  };
}

function optionsOf({ id, body, urgent }: Alert): NotificationOptions {
  return { body, tag: id, icon: '/alert.png', lang: 'en', requireInteraction: urgent };
}
