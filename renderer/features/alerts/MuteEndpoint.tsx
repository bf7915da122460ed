import { Bell, BellOff } from 'lucide-react';
import { Failure } from '../../ui/Failure.tsx';
import { alerts as words } from '../../words/alerts.ts';
import { isMuted, useMutes } from './use-mutes.ts';
import './mute.css';

/** One press mutes all that comes to an endpoint, the next one unmutes it. */
export function MuteEndpoint({ endpointId }: { endpointId: string }) {
  const { muted, busy, error, set } = useMutes();
  const isOff = isMuted(muted, 'endpoint', endpointId);
  const label = isOff ? words.unmuteThisEndpoint : words.muteThisEndpoint;
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={label}
        title={label}
        data-on={isOff || undefined}
        aria-disabled={busy}
        onClick={() => !busy && set({ kind: 'endpoint', id: endpointId }, !isOff)}
      >
        {isOff ? <BellOff aria-hidden /> : <Bell aria-hidden />}
      </button>
      {error && <Failure error={error} />}
    </>
  );
}
