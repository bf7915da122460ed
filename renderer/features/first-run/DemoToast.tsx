import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { useRoute, useStores } from '../../stores/context.ts';
import { newEndpoint, routeHash } from '../../stores/route-store.ts';
import { notices } from '../../words/common.ts';
import { demo as words } from '../../words/first-run.ts';

/** While a demo plays, the way to end it; after it, what comes next. */
export function DemoToast() {
  const { demo, endpoints } = useStores();
  const { phase, play, stop, dismiss } = useStore(demo);
  const hasEndpoint = useStore(endpoints, (state) => state.endpoints.length > 0);
  const { screen } = useRoute();
  if (phase !== 'playing' && phase !== 'over') return null;
  const isPlaying = phase === 'playing';
  return (
    <article className="notice" data-level="info">
      <span className="mark" data-mark={isPlaying ? 'begin' : 'end'} aria-hidden="true" />
      <div>
        <h3 aria-level={2}>{isPlaying ? words.playing : words.over}</h3>
        {!isPlaying && <p>{words.overText}</p>}
        {isPlaying && screen === 'live' && <p>{words.playingText}</p>}
        <footer>
          {isPlaying && screen !== 'live' && <a href={routeHash('live')}>{words.watch}</a>}
          {isPlaying && (
            <button type="button" className="link" onClick={stop}>
              {words.stop}
            </button>
          )}
          {!isPlaying && !hasEndpoint && (
            <a href={routeHash('endpoints', newEndpoint)} onClick={dismiss}>
              {words.create}
            </a>
          )}
          {!isPlaying && (
            <button type="button" className="link" onClick={play}>
              {words.again}
            </button>
          )}
        </footer>
      </div>
      {!isPlaying && (
        <button type="button" className="icon-button" aria-label={notices.dismiss} onClick={dismiss}>
          <X aria-hidden />
        </button>
      )}
    </article>
  );
}
