import { Play } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { newEndpoint, routeHash } from '../../stores/route-store.ts';
import { Blank } from '../../ui/Blank.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { firstRun as words } from '../../words/first-run.ts';
import { firstSteps } from './first-steps.ts';
import './first-run.css';

/** Where there is no endpoint and nothing came: the way to a first event in under a minute, or a demo at once. */
export function FirstRun() {
  const { firstRun, demo } = useStores();
  const { phase, begin, end } = useStore(firstRun);
  const { phase: playing, error, play } = useStore(demo);
  useEffect(begin, [begin]);
  const isSkipped = phase === 'over';

  return (
    <div className="welcome">
      <Blank title={isSkipped ? words.skippedTitle : words.title}>
        <p>{isSkipped ? words.skippedText : words.text}</p>
        {!isSkipped && (
          <ol className="welcome-steps">
            {firstSteps.map((step) => (
              <li key={step}>
                <strong>{words.steps[step].title}</strong>
                <span>{words.steps[step].text}</span>
              </li>
            ))}
          </ol>
        )}
        <div className="welcome-actions">
          <a className="button primary" href={routeHash('endpoints', newEndpoint)}>
            {words.create}
          </a>
          <button type="button" className="button" disabled={playing === 'starting'} onClick={play}>
            <Play aria-hidden />
            {words.demo}
          </button>
          {!isSkipped && (
            <button type="button" className="link" onClick={end}>
              {words.skip}
            </button>
          )}
        </div>
        {error ? <Failure error={error} onRetry={play} /> : <p className="welcome-hint">{words.demoHint}</p>}
      </Blank>
    </div>
  );
}
