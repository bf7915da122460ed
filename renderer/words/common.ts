import type { SessionState } from '../../shared/events.ts';
import type { Screen } from '../stores/route-store.ts';
import { commonDe, linkDownDe, lockedDe, noticesDe, screenNamesDe, stateWordsDe } from './de/common.ts';
import { inLanguage } from './language.ts';

const commonEn = {
  product: 'Greenroom',
  screens: 'Screens',
  skip: 'Skip to content',
  back: 'Back',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  copied: 'Copied',
  notCopied: 'Could not copy',
  tryAgain: 'Try again',
  loading: 'Loading…',
  path: 'Way of a delivery',
  crashed: 'This window has stopped working.',
  reload: 'Reload',
};
export type CommonWords = typeof commonEn;
export const common = inLanguage(commonEn, commonDe);

const screenNamesEn: Record<Screen, string> = {
  live: 'Live',
  sessions: 'Sessions',
  deliveries: 'Deliveries',
  insights: 'Insights',
  endpoints: 'Endpoints',
  settings: 'Settings',
  connection: 'Connection',
};
export type ScreenNamesWords = typeof screenNamesEn;
export const screenNames = inLanguage(screenNamesEn, screenNamesDe);

/** `(3) Greenroom` while there is something that nobody has looked at: then it is not this screen that matters. */
export function pageTitle(screen: Screen, unread: number): string {
  if (unread > 0) return `(${unread > 99 ? '99+' : unread}) ${common.product}`;
  return `${screenNames[screen]} · ${common.product}`;
}

const stateWordsEn: Record<SessionState, string> = { live: 'live', idle: 'quiet', ended: 'ended' };
export type StateWords = typeof stateWordsEn;
export const stateWords = inLanguage(stateWordsEn, stateWordsDe);

const lockedEn = {
  title: 'This link has been used or has ended',
  text: 'Each link opens Greenroom once, in one browser. Get a fresh one where Greenroom runs:',
  command: 'npm run link',
  copy: 'Copy command',
  again: 'I have opened the new link',
};
export type LockedWords = typeof lockedEn;
export const locked = inLanguage(lockedEn, lockedDe);

const linkDownEn = {
  title: 'Greenroom is not running.',
  text: 'What you see may be old. Trying to reach it again…',
};
export type LinkDownWords = typeof linkDownEn;
export const linkDown = inLanguage(linkDownEn, linkDownDe);

const noticesEn = {
  title: 'Notices',
  fresh: 'New notices',
  open: (n: number) => (n === 0 ? 'Notices' : `Notices, ${n}`),
  none: 'Nothing to tell.',
  dismiss: 'Dismiss',
  endpoint: 'Open endpoint',
  connection: 'Open connection',
};
export type NoticesWords = typeof noticesEn;
export const notices = inLanguage(noticesEn, noticesDe);
