import type { AlertPermission } from '../../client/page-permission.ts';
import { usePagePermission } from '../../stores/context.ts';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { alerts as words } from '../../words/alerts.ts';

const marks = { granted: 'good', default: 'gap', denied: 'failed', unsupported: 'failed' } satisfies Record<
  AlertPermission,
  string
>;

/** Where the browser shows the alerts, it has to allow that. It is asked by a press of the button only. */
export function BrowserPermission() {
  const permission = usePagePermission();
  const box = useKeptFocus<HTMLDivElement>();
  if (!permission) return null;
  const { state, ask } = permission;
  return (
    <div ref={box} tabIndex={-1} className="setting">
      <span className="setting-label">{words.browser}</span>
      <span className="alert-state" role="status">
        <span className="mark" data-mark={marks[state]} aria-hidden="true" />
        <span>{words.permissions[state]}</span>
        {state === 'default' && (
          <button type="button" className="button primary" onClick={ask}>
            {words.allow}
          </button>
        )}
      </span>
      {state === 'denied' && <p className="field-about">{words.deniedNext}</p>}
      {state === 'unsupported' && <p className="field-about">{words.unsupportedNext}</p>}
    </div>
  );
}
