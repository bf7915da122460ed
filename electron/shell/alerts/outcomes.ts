import type { App } from '../../core/ports.ts';

/**
 * Windows says "shown" when it has taken a toast, and "failed" a moment later where its settings forbid it. The core
 * believes the first word, and waits five seconds for one.
 */
const WINDOWS_DOUBT_MS = 1_500;

/** Tells the core what became of alerts, each once. */
export function tellOutcomes(core: Pick<App, 'dispatch'>, platform: NodeJS.Platform) {
  const doubted = new Map<string, NodeJS.Timeout>();

  function tell(alertId: string, shown: boolean, reason?: string): void {
    clearTimeout(doubted.get(alertId));
    doubted.delete(alertId);
    void core.dispatch('alert.outcome', { alertId, shown, ...(reason && { reason }) });
  }

  return {
    shown(alertId: string): void {
      if (platform !== 'win32') {
        tell(alertId, true);
        return;
      }
      clearTimeout(doubted.get(alertId));
      doubted.set(
        alertId,
        setTimeout(() => tell(alertId, true), WINDOWS_DOUBT_MS),
      );
    },
    failed: (alertId: string, reason: string) => tell(alertId, false, reason),
  };
}
