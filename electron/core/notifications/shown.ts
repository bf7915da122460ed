import { ALERT_SHOWN_MS, type Alert, type AlertDecision, type AlertsStatus } from '../../../shared/alerts.ts';

/** Nothing of ours was there that could show it, by host; or the system did not say what became of it. */
export const whyNotShown = {
  desktop: 'Nothing is open that could show alerts. Start Greenroom again.',
  browser:
    'Nothing is open that could show alerts. Keep a page of Greenroom open, and allow alerts there under Settings.',
  silently: 'The system said nothing about it. Look whether its settings let Greenroom show notifications.',
};

export interface ShownContext {
  host: 'desktop' | 'browser';
  /** An alert that the system did not show: the user is to be told in the window. */
  failed(alert: Alert): void;
  changed(state: Pick<AlertsStatus, 'state' | 'reason'>): void;
}

interface Pending {
  alert: Alert;
  lines: readonly AlertDecision[];
  timer: NodeJS.Timeout;
}

/** Whether the system shows what we raise: what it does not say within five seconds counts as not shown. */
export function createShown({ host, failed, changed }: ShownContext) {
  const pending = new Map<string, Pending>();

  function settle(id: string, shown: NonNullable<AlertDecision['shown']>, reason?: string): void {
    const one = pending.get(id);
    if (!one) return;
    pending.delete(id);
    clearTimeout(one.timer);
    for (const line of one.lines) line.shown = shown;
    changed(
      shown === 'shown'
        ? { state: 'working' }
        : { state: 'unavailable', reason: reason ?? whyNotShown.silently },
    );
    if (shown !== 'shown') failed(one.alert);
  }

  return {
    raised(alert: Alert, lines: readonly AlertDecision[]): void {
      const unheard = () => settle(alert.id, 'unheard', whyNotShown[host]);
      pending.set(alert.id, { alert, lines, timer: setTimeout(unheard, ALERT_SHOWN_MS).unref() });
    },

    /** What a host's notifier met. The first word counts; of others, and of what nobody raised, nothing is made. */
    outcome(id: string, shown: boolean, reason?: string): void {
      settle(id, shown ? 'shown' : 'failed', reason);
    },

    stop(): void {
      for (const { timer } of pending.values()) clearTimeout(timer);
      pending.clear();
    },
  };
}

export type Shown = ReturnType<typeof createShown>;
