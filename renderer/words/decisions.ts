import type { AlertDecision, SilentReason } from '../../shared/alerts.ts';
import { decisionsDe, silenceDe } from './de/decisions.ts';
import { inLanguage } from './language.ts';

const decisionsEn = {
  title: 'Why was I not told?',
  intro: 'The last things that happened, and why you were told of each or not.',
  list: 'Decisions',
  emptyTitle: 'Nothing to tell of yet',
  empty: 'Whatever happens from now on is listed here, with the reason why you were told or not.',
  outcomes: {
    told: 'Told',
    gathered: 'Told with others',
    waiting: 'Waiting',
    silent: 'Not told',
  } satisfies Record<AlertDecision['outcome'], string>,
  notShown: 'Not shown',
  waiting: 'It is gathered with what else happens now.',
  shown: {
    shown: 'The alert was shown.',
    failed: 'The system did not show the alert.',
    unheard: 'Nothing was open that could show the alert.',
    unknown: 'Whether it was shown is not known yet.',
  },
  openSession: 'Open session',
  openEndpoint: 'Open endpoint',
  seeAlerts: 'See what helps',
  times: (n: number) => `${n} times`,
};
export type DecisionsWords = typeof decisionsEn;
export const decisions = inLanguage(decisionsEn, decisionsDe);

/** Where the reason can be changed. */
export type WhyFix = 'what' | 'when' | 'muted' | 'unmute-session' | 'unmute-agent' | 'unmute-endpoint';

export interface WhyWords {
  sentence: string;
  fix?: { to: WhyFix; label: string };
}

const silenceEn = {
  sentences: {
    topic_off: 'You chose not to be told of such.',
    not_told: 'There are no alerts of such things.',
    not_a_user: 'Only what users say is told.',
    past: 'Greenroom learned of it long after it happened.',
    muted_session: 'This session is muted.',
    muted_agent: 'This agent is muted.',
    muted_endpoint: 'This endpoint is muted.',
    paused: 'Alerts were paused.',
    quiet_hours: 'It fell in your quiet hours.',
    in_view: 'You had that very session in front of you.',
  } satisfies Record<SilentReason, string>,
  change: 'Change',
  unmute: 'Unmute',
  seePause: 'See the pause',
};
export type SilenceWords = typeof silenceEn;
const silence = inLanguage(silenceEn, silenceDe);

const fixes: { [Reason in SilentReason]?: WhyWords['fix'] } = {
  topic_off: { to: 'what', label: silence.change },
  muted_session: { to: 'unmute-session', label: silence.unmute },
  muted_agent: { to: 'unmute-agent', label: silence.unmute },
  muted_endpoint: { to: 'unmute-endpoint', label: silence.unmute },
  paused: { to: 'when', label: silence.seePause },
  quiet_hours: { to: 'when', label: silence.change },
};

/** Why something was not told, and what would change that. */
export function explainSilence(reason: SilentReason): WhyWords {
  const fix = fixes[reason];
  return { sentence: silence.sentences[reason], ...(fix && { fix }) };
}
