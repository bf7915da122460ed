import { Check, X } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useRoute, useStores } from '../../stores/context.ts';
import { newEndpoint, routeHash } from '../../stores/route-store.ts';
import { firstRun as words } from '../../words/first-run.ts';
import { firstSteps, type Progress, progressOf } from './first-steps.ts';
import './first-run.css';

/** How far the first steps have come, on every screen, until they are done or skipped. Who began long ago never sees it. */
export function FirstSteps() {
  const { firstRun } = useStores();
  const { phase, end } = useStore(firstRun);
  const { screen } = useRoute();
  if (phase !== 'begun') return null;
  return <Steps onEnd={end} isOnLive={screen === 'live'} />;
}

function Steps({ onEnd, isOnLive }: { onEnd: () => void; isOnLive: boolean }) {
  const { done, next, endpointId } = useProgress();
  // The welcome says it there, and larger.
  if (isOnLive && next === 'create') return null;
  const count = firstSteps.filter((step) => done[step]).length;
  return (
    <section className="first-strip" aria-label={words.label}>
      {next === null ? (
        <p>
          <span className="mark" data-mark="good" aria-hidden="true" /> {words.finished}
        </p>
      ) : (
        <ol>
          {firstSteps.map((step, index) => (
            <li key={step} data-state={done[step] ? 'done' : step === next ? 'next' : 'later'}>
              <span className="first-strip-mark" aria-hidden="true">
                {done[step] ? <Check /> : index + 1}
              </span>
              {step === next ? (
                <a href={routeHash('endpoints', endpointId ?? newEndpoint)}>{words.steps[step].title}</a>
              ) : (
                words.steps[step].title
              )}
              {done[step] && <span className="unseen">{words.done}</span>}
            </li>
          ))}
        </ol>
      )}
      {next !== null && <small>{words.progress(count, firstSteps.length)}</small>}
      <button
        type="button"
        className="icon-button"
        aria-label={next === null ? words.close : words.skip}
        title={next === null ? words.close : words.skip}
        onClick={onEnd}
      >
        <X aria-hidden />
      </button>
    </section>
  );
}

/** The newest events are enough: whoever is on the first steps has few. */
function useProgress(): Progress {
  const stores = useStores();
  const endpoints = useStore(stores.endpoints, (state) => state.endpoints);
  const newest = useStore(stores.arrivals, (state) => state.newest);
  const heard = useStore(stores.feed, (state) =>
    state.rows
      .slice(0, 200)
      .map(({ endpointId }) => endpointId)
      .filter((id, index, all) => all.indexOf(id) === index)
      .sort()
      .join(),
  );
  return useMemo(() => {
    const reached = Object.keys(newest).filter((id) => newest[id]?.verdict === 'verified');
    return progressOf(endpoints, new Set(heard.split(',')), new Set(reached));
  }, [endpoints, heard, newest]);
}
