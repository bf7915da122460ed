import type { Alert, AlertTarget } from '../../shared/alerts.ts';
import type { Bridge } from '../../shared/contract.ts';
import { openAlertStream } from './alert-stream.ts';
import type { Emit } from './emitter.ts';
import { holdAlerts } from './hold-alerts.ts';
import { createPagePermission, type PagePermission } from './page-permission.ts';
import { createAlertShower } from './show-alert.ts';

interface Parts {
  call: Bridge['call'];
  emit: Emit;
  open(target: AlertTarget): void;
}

/** The page shows the alerts itself: one page of this browser does, and the others hear of it. */
export function startPageAlerts({ call, emit, open }: Parts): PagePermission {
  const permission = createPagePermission(window);
  const others = new BroadcastChannel('greenroom-alerts');
  others.onmessage = ({ data }: MessageEvent<Alert>) => emit('alert', data);

  const show = createAlertShower({
    permission,
    create: (title, options) => new Notification(title, options),
    report: (outcome) => void call('alert.outcome', outcome),
    open({ target }) {
      window.focus();
      open(target);
    },
  });
  const hear = (alert: Alert) => {
    show(alert);
    emit('alert', alert);
    others.postMessage(alert);
  };
  holdAlerts({
    permission,
    locks: navigator.locks,
    begin: () => openAlertStream((url) => new EventSource(url), hear),
  });
  return permission;
}
