import type { AlertDecision, SilentReason } from '../../shared/alerts.ts';
import { assertNever } from '../../shared/errors.ts';

export const decisions = {
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

/** Where the reason can be changed. */
export type WhyFix = 'what' | 'when' | 'muted' | 'unmute-session' | 'unmute-agent' | 'unmute-endpoint';

export interface WhyWords {
  sentence: string;
  fix?: { to: WhyFix; label: string };
}

/** Why something was not told, and what would change that. */
export function explainSilence(reason: SilentReason): WhyWords {
  switch (reason) {
    case 'topic_off':
      return { sentence: 'You chose not to be told of such.', fix: { to: 'what', label: 'Change' } };
    case 'not_told':
      return { sentence: 'There are no alerts of such things.' };
    case 'not_a_user':
      return { sentence: 'Only what users say is told.' };
    case 'past':
      return { sentence: 'Greenroom learned of it long after it happened.' };
    case 'muted_session':
      return { sentence: 'This session is muted.', fix: { to: 'unmute-session', label: 'Unmute' } };
    case 'muted_agent':
      return { sentence: 'This agent is muted.', fix: { to: 'unmute-agent', label: 'Unmute' } };
    case 'muted_endpoint':
      return { sentence: 'This endpoint is muted.', fix: { to: 'unmute-endpoint', label: 'Unmute' } };
    case 'paused':
      return { sentence: 'Alerts were paused.', fix: { to: 'when', label: 'See the pause' } };
    case 'quiet_hours':
      return { sentence: 'It fell in your quiet hours.', fix: { to: 'when', label: 'Change' } };
    case 'in_view':
      return { sentence: 'You had that very session in front of you.' };
    default:
      return assertNever(reason);
  }
}
