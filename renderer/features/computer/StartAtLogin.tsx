import { useId } from 'react';
import type { LoginStatus } from '../../../shared/status.ts';
import { useCall } from '../../stores/context.ts';
import { inertLine } from '../../text/inert.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { desktop as words } from '../../words/desktop.ts';
import { useHostAction } from './use-host-action.ts';

/** The system has the last word on it, and may say why not. */
export function StartAtLogin({ login: { state, reason } }: { login: LoginStatus }) {
  const call = useCall();
  const { busy, error, act } = useHostAction();
  const about = useId();
  const held = reason ? inertLine(reason) : state === 'unavailable' && words.unavailable;
  return (
    <div className="computer-part">
      <Switch
        label={words.login}
        on={state === 'on'}
        busy={busy || state === 'unavailable'}
        describedBy={about}
        onChange={(on) => act(() => call('login.set', { on }))}
      />
      <p id={about} className="field-about">
        {words.loginHint} {held && <span className="held">{held}</span>}
      </p>
      {error && <Failure error={error} />}
    </div>
  );
}
