import { liveDe } from './de/live.ts';
import { inLanguage } from './language.ts';

const en = {
  alive: 'Sessions alive now',
  feed: 'Feed',
  transcript: 'Transcript',
  countNow: (count: string) => (count === '1' ? '1 session now' : `${count} sessions now`),
  all: 'All sessions',
  started: 'Conversation started',
  quietTitle: 'All quiet',
  quiet: 'Everything is ready. What happens shows up here by itself.',
  pick: 'Choose a session to read along.',
  refused: 'Delivery refused',
  refusedTo: (name: string) => `Delivery refused: ${name}`,
  unread: (n: number) => (n === 1 ? '1 unread' : `${n} unread`),
  markRead: 'Mark all as read',
  filter: 'Filter',
  filtered: (n: number) => (n === 1 ? 'Filter: 1 chosen' : `Filter: ${n} chosen`),
  filterTitle: 'What is shown',
  vendor: 'Vendor',
  endpoint: 'Endpoint',
  agent: 'Agent',
  kind: 'What happened',
  any: 'All',
  onlyUnread: 'Only unread',
  remove: (what: string) => `${what}: remove this filter`,
  clear: 'Clear filters',
  noneTitle: 'Nothing matches',
  none: 'Nothing that is kept matches these filters. What comes is shown as soon as it does.',
  looking: 'Looking further back…',
  unknown: 'no longer known',
  jump: (fresh: number) => (fresh === 0 ? 'Jump to newest' : `Jump to newest (${fresh} new)`),
};

export type LiveWords = typeof en;
export const live = inLanguage(en, liveDe);
