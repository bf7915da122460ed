import { isPaused, pauses, pauseUntil } from '../../../shared/pause.ts';
import { untilTime } from '../../text/time.ts';
import { Failure } from '../../ui/Failure.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { useNow } from '../../ui/use-now.ts';
import { alerts as words } from '../../words/alerts.ts';
import { useSave } from './use-save.ts';

/** No alerts for a while, begun and ended at once. */
export function PauseAlerts({ pausedUntil }: { pausedUntil: string | null }) {
  const { error, save } = useSave();
  const now = useNow();
  const box = useKeptFocus<HTMLSpanElement>();
  return (
    <div className="setting">
      <span className="setting-label">{words.pause}</span>
      <span ref={box} tabIndex={-1} className="pause">
        {isPaused(pausedUntil, now) ? (
          <>
            <span className="mark" data-mark="gap" aria-hidden="true" />
            <span>
              {words.pausedUntil} <time dateTime={pausedUntil}>{untilTime(pausedUntil, now)}</time>
            </span>
            <button type="button" className="button" onClick={() => save({ pausedUntil: null })}>
              {words.resume}
            </button>
          </>
        ) : (
          pauses.map((pause) => (
            <button
              key={pause}
              type="button"
              className="button"
              onClick={() => save({ pausedUntil: pauseUntil(pause, new Date()) })}
            >
              {words.pauses[pause]}
            </button>
          ))
        )}
      </span>
      {error && <Failure error={error} />}
    </div>
  );
}
