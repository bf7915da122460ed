import type { SessionState } from '../../shared/events.ts';
import { sessionsDe, transcriptDe } from './de/sessions.ts';
import { people } from './events.ts';
import { inLanguage } from './language.ts';

const transcriptEn = {
  label: 'Transcript',
  eventGone: 'What was looked for is no longer kept. Here is the newest.',
  /** Of what came while the reader was elsewhere in it. */
  jump: (fresh: number) => (fresh === 0 ? 'Jump to newest' : `Jump to newest (${fresh} new)`),
  empty: 'No messages yet.',
  session: 'session',
  since: 'since',
  showAll: (size: string) => `Show all (${size})`,
  showLess: 'Show less',
  delivery: 'Open delivery',
  newestDelivery: 'Newest delivery',
  copyId: 'Copy session id',
  gone: 'This session is no longer here.',
  messages: (n: number) => (n === 1 ? '1 message' : `${n} messages`),
  about: (place: string, participants: number | undefined) =>
    [place, people(participants)].filter((part) => part !== undefined),
  proved: 'proved',
  unproved: 'unproved',
};

const sessionsEn = {
  list: 'Sessions',
  filter: 'Show sessions',
  all: 'All',
  states: { live: 'Live', idle: 'Quiet', ended: 'Ended' } satisfies Record<SessionState, string>,
  emptyTitle: 'No sessions yet',
  empty: 'When a vendor tells of a conversation, it is listed here with its transcript.',
  emptyFilter: 'No session is in this state.',
  pick: 'Choose a session to read its transcript.',
};

export type TranscriptWords = typeof transcriptEn;
export const transcript = inLanguage(transcriptEn, transcriptDe);
export type SessionsWords = typeof sessionsEn;
export const sessions = inLanguage(sessionsEn, sessionsDe);
