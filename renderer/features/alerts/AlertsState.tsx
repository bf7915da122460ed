import { useStore } from 'zustand';
import type { AlertsStatus } from '../../../shared/alerts.ts';
import { useStores } from '../../stores/context.ts';
import { inertLine } from '../../text/inert.ts';
import { alerts as words } from '../../words/alerts.ts';
import { BrowserPermission } from './BrowserPermission.tsx';
import { TrialAlert } from './TrialAlert.tsx';

const marks = { untried: 'end', working: 'good', unavailable: 'failed' } satisfies Record<
  AlertsStatus['state'],
  string
>;

/** Whether the system shows alerts; if not, why not and what helps; and the way to find out. */
export function AlertsState() {
  const alerts = useStore(useStores().status, (state) => state.status?.alerts);
  if (!alerts) return null;
  const { state, reason } = alerts;
  return (
    <>
      <BrowserPermission />
      <div className="setting">
        <span className="setting-label">{words.system}</span>
        <span className="alert-state" role="status">
          <span className="mark" data-mark={marks[state]} aria-hidden="true" />
          <span>
            {words.states[state]}
            {state === 'unavailable' && reason && ` ${inertLine(reason, 400)}`}
          </span>
        </span>
        {state === 'unavailable' && (
          <p className="field-about">
            {words.fallback} {words.unavailableNext}
          </p>
        )}
      </div>
      <TrialAlert />
    </>
  );
}
