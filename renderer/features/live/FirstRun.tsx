import { newEndpoint, routeHash } from '../../stores/route-store.ts';
import { Blank } from '../../ui/Blank.tsx';
import { live } from '../../words/live.ts';

/** The way to a first event in under a minute. */
export function FirstRun() {
  return (
    <div className="first-run">
      <Blank title={live.firstTitle}>
        <p>{live.first}</p>
        <ol className="first-steps">
          {live.firstSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <a className="button primary" href={routeHash('endpoints', newEndpoint)}>
          {live.create}
        </a>
      </Blank>
    </div>
  );
}
