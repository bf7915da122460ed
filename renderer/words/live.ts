import type { SessionState } from '../../shared/events.ts';
import { people } from './events.ts';

export const live = {
  alive: 'Sessions alive now',
  feed: 'Feed',
  transcript: 'Transcript',
  countNow: (count: string) => (count === '1' ? '1 session now' : `${count} sessions now`),
  all: 'All sessions',
  started: 'Conversation started',
  quietTitle: 'All quiet',
  quiet: 'Everything is ready. What happens shows up here by itself.',
  pick: 'Choose a session to read along.',
  sendSample: 'Send a sample',
  firstTitle: 'Welcome to Greenroom',
  first: 'See your first event in under a minute:',
  firstSteps: [
    'Create an endpoint: the address that your vendor calls.',
    'Send a sample to it, signed as the vendor would.',
    'See it arrive here, proved and kept.',
  ],
  create: 'Create an endpoint',
  refused: 'Delivery refused',
  refusedTo: (name: string) => `Delivery refused: ${name}`,
};

export const transcript = {
  label: 'Transcript',
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

export const sessions = {
  list: 'Sessions',
  filter: 'Show sessions',
  all: 'All',
  states: { live: 'Live', idle: 'Quiet', ended: 'Ended' } satisfies Record<SessionState, string>,
  emptyTitle: 'No sessions yet',
  empty: 'When a vendor tells of a conversation, it is listed here with its transcript.',
  emptyFilter: 'No session is in this state.',
  pick: 'Choose a session to read its transcript.',
};
