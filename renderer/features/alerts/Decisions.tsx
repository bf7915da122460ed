import { Blank } from '../../ui/Blank.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { useNow } from '../../ui/use-now.ts';
import { decisions as words } from '../../words/decisions.ts';
import { DecisionRow } from './DecisionRow.tsx';
import { useDecisions } from './use-decisions.ts';
import './decisions.css';

/** "Why was I not told?": the last decisions, newest first, each with its reason and the way to change it. */
export function Decisions() {
  const { decisions, phase, error, load } = useDecisions();
  const now = useNow();
  return (
    <section aria-labelledby="why">
      <div>
        <h2 id="why">{words.title}</h2>
        <p className="quiet">{words.intro}</p>
      </div>
      {error && <Failure error={error} onRetry={load} />}
      {phase === 'loading' && <Loading />}
      {phase === 'ready' && decisions.length === 0 && (
        <Blank title={words.emptyTitle}>
          <p>{words.empty}</p>
        </Blank>
      )}
      {decisions.length > 0 && (
        <ul className="decisions" aria-label={words.list}>
          {decisions.map((decision) => (
            <li key={decision.id}>
              <DecisionRow decision={decision} now={now} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
