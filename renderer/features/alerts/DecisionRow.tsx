import type { AlertDecision } from '../../../shared/alerts.ts';
import { routeHash } from '../../stores/route-store.ts';
import { inertLine } from '../../text/inert.ts';
import { DayTime } from '../../ui/Time.tsx';
import { explainSilence, decisions as words } from '../../words/decisions.ts';
import { WhyFixLink } from './WhyFixLink.tsx';

const marks = { told: 'good', gathered: 'good', waiting: 'dot', silent: 'end' } satisfies Record<
  AlertDecision['outcome'],
  string
>;

/** What happened, whether it was told, and why or how. */
export function DecisionRow({ decision, now }: { decision: AlertDecision; now: number }) {
  const { at, outcome, title, count, sessionId, endpointId, shown } = decision;
  const isLost = shown === 'failed' || shown === 'unheard';
  return (
    <div className="decision" data-outcome={outcome}>
      <DayTime iso={at} now={now} />
      <span className="mark" data-mark={isLost ? 'failed' : marks[outcome]} aria-hidden="true" />
      <div>
        <div className="decision-title">
          {sessionId || endpointId ? (
            <a
              href={sessionId ? routeHash('sessions', sessionId) : routeHash('endpoints', endpointId)}
              title={sessionId ? words.openSession : words.openEndpoint}
            >
              {inertLine(title)}
            </a>
          ) : (
            <span>{inertLine(title)}</span>
          )}
          {count > 1 && <span className="tag">{words.times(count)}</span>}
        </div>
        <p>
          <strong>{isLost ? words.notShown : words.outcomes[outcome]}.</strong> <Why decision={decision} />
        </p>
      </div>
    </div>
  );
}

function Why({ decision }: { decision: AlertDecision }) {
  const { outcome, reason, shown } = decision;
  if (outcome === 'waiting') return words.waiting;
  if (outcome === 'silent') {
    if (!reason) return null;
    const { sentence, fix } = explainSilence(reason);
    return (
      <>
        {sentence} {fix && <WhyFixLink {...fix} decision={decision} />}
      </>
    );
  }
  return (
    <>
      {words.shown[shown ?? 'unknown']}{' '}
      {(shown === 'failed' || shown === 'unheard') && (
        <a href={routeHash('settings', 'alerts.shown')}>{words.seeAlerts}</a>
      )}
    </>
  );
}
