import type { SessionState } from '../../shared/events.ts';
import type { Screen } from '../stores/route-store.ts';

export const common = {
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

export const screenNames: Record<Screen, string> = {
  live: 'Live',
  sessions: 'Sessions',
  deliveries: 'Deliveries',
  insights: 'Insights',
  endpoints: 'Endpoints',
  settings: 'Settings',
  connection: 'Connection',
};

/** `(3) Greenroom` while there is something that nobody has looked at: then it is not this screen that matters. */
export function pageTitle(screen: Screen, unread: number): string {
  if (unread > 0) return `(${unread > 99 ? '99+' : unread}) ${common.product}`;
  return `${screenNames[screen]} · ${common.product}`;
}

export const stateWords: Record<SessionState, string> = { live: 'live', idle: 'quiet', ended: 'ended' };

export const locked = {
  title: 'This link has been used or has ended',
  text: 'Each link opens Greenroom once, in one browser. Get a fresh one where Greenroom runs:',
  command: 'npm run link',
  copy: 'Copy command',
  again: 'I have opened the new link',
};

export const linkDown = {
  title: 'Greenroom is not running.',
  text: 'What you see may be old. Trying to reach it again…',
};

export const notices = {
  title: 'Notices',
  fresh: 'New notices',
  open: (n: number) => (n === 0 ? 'Notices' : `Notices, ${n}`),
  none: 'Nothing to tell.',
  dismiss: 'Dismiss',
  endpoint: 'Open endpoint',
  connection: 'Open connection',
};
