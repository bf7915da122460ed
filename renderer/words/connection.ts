import type { ErrorCode } from '../../shared/errors.ts';
import type { Settings } from '../../shared/settings.ts';
import { breaksDe, connectionDe } from './de/connection.ts';
import { inLanguage } from './language.ts';

const connectionEn = {
  way: 'The whole way of a delivery',
  stations: { vendor: 'Vendors', tunnel: 'Way in', here: 'This computer', kept: 'Kept' },
  states: { ok: 'works', busy: 'under way', none: 'not set up', broken: 'broken', unknown: 'not known' },
  fixes: {
    retry: 'Try now',
    prove: 'Prove it now',
    choose: 'Choose a way in',
    token: 'Enter the token',
    create: 'Create an endpoint',
    settings: 'Open settings',
    endpoint: 'Open the endpoint',
    register: 'Try now',
  },
  publicUrl: 'Public address',
  copyUrl: 'Copy public address',
  proof: 'Last proof',
  roundTrip: 'Round trip',
  ms: (ms: number) => `${Math.round(ms)} ms`,
  reason: 'Reason',
  next: 'Next try',
  listens: 'Listens at',
  bytes: 'In use',
  noEndpoints: 'No endpoint yet',
  more: (n: number) => `and ${n} more`,
  off: 'switched off',
  stages: {
    none: 'not connected',
    running: 'connecting…',
    leaving: 'disconnecting…',
    waiting: 'not proved yet',
    moved: 'needs the new address',
    paused: 'tried again soon',
    failed: 'failed',
    registered: 'registered',
  },
  choose: 'The way in',
  chooseHint:
    'Vendors on the internet reach this computer through it. Only deliveries to your endpoints come in; this window is never open to the internet.',
  stable: 'address stays',
  changes: 'address can change',
  inUse: 'in use',
  use: 'Use this way in',
  close: 'Close the way in',
  saved: 'Saved',
  tokenKept: 'A token is kept. Leave this empty to go on with it.',
  tokenHint: 'Kept with the secrets on this computer, and never shown again.',
  tokenPage: 'Where to get it',
  forget: 'Forget the token',
  needsToken: (label: string) => `Enter the ${label.toLowerCase()}.`,
  fields: {
    tunnelHost: 'Own server',
    publicUrl: 'Public address',
    tunnelDomain: 'Domain',
  },
  hints: {
    tunnelHost: 'Leave it empty for the public one.',
    publicUrl: 'It must lead to the receiver, with the path unchanged.',
    tunnelDomain: 'One that your account owns. Leave it empty to be given one.',
  },
  placeholders: {
    tunnelHost: 'https://tunnel.example.org',
    publicUrl: 'https://hooks.example.org',
    tunnelDomain: 'me.example.org',
  },
  badAddress: 'An https address, without a name, password or query in it.',
  badDomain: 'A domain, such as me.example.org.',
  overridden: (running: string, saved: string) =>
    `This run was started with a way in of its own: ${running}. What you choose here is kept for the next start; saved now: ${saved}.`,
  safer: 'Safer choices:',
  quit: 'When Greenroom quits',
  quitHint: 'What becomes of what the vendors have been told.',
  onQuit: {
    auto: {
      label: 'Automatic',
      text: 'Kept where the address stays the same, taken back where the next start gets another.',
    },
    keep: {
      label: 'Keep',
      text: 'Vendors go on calling while Greenroom is closed. What they cannot deliver is looked for at the next start.',
    },
    remove: {
      label: 'Remove',
      text: 'Vendors are told to stop, and told again at the next start. Nothing is sent to an address that may be somebody else’s by then.',
    },
  } satisfies Record<Settings['registrationsOnQuit'], { label: string; text: string }>,
};
export type ConnectionWords = typeof connectionEn;
export const connection = inLanguage(connectionEn, connectionDe);

/** The first broken link, in a headline. */
const breaksEn = {
  noHost: { title: 'Greenroom is not running', text: 'Trying to reach it again…' },
  unheard: { title: 'Asking Greenroom how it is…', text: '' },
  receiver: { title: 'This computer takes no deliveries', text: 'Restart Greenroom.' },
  store: {
    title: 'Deliveries cannot be kept',
    text: 'Vendors are told to try again later. Make room on the disk, or keep less.',
  },
  off: {
    title: 'There is no way in from the internet',
    text: 'Everything is ready on this computer. Choose how vendors shall reach it.',
  },
  offForThisRun: {
    title: 'This run was started without a way in',
    text: 'Start Greenroom without --tunnel off to open the one that is saved.',
  },
  opening: { title: 'The way in is being opened…', text: 'This takes a few seconds.' },
  unproved: {
    title: 'The way in is not proved',
    text: 'No test call has come back through the public address for over a minute.',
  },
  lost: 'The way in is lost',
  failed: 'The way in cannot be opened',
  meaning(code: ErrorCode): string | undefined {
    switch (code) {
      case 'tunnel_rate_limited':
        return 'Greenroom waits as long as it has to. Another way in works at once.';
      case 'tunnel_refused':
        return 'Another way in may work.';
      case 'tunnel_down':
      case 'timed_out':
        return 'Vendors cannot deliver meanwhile; what they missed is looked for afterwards.';
      default:
        return undefined;
    }
  },
  noEndpoint: {
    title: 'The way is open, but leads to no endpoint',
    text: 'Create one for each vendor that shall deliver here.',
  },
  notRegistered: (name: string) => `“${name}” is not connected to its vendor`,
  moved: (name: string) => `The vendor of “${name}” has an old address`,
  movedText: 'The public address has changed, and this vendor must be told by hand.',
  waiting: (name: string) => `“${name}” is not proved yet`,
  waitingText: 'It counts as connected when a delivery proves it.',
  notConnected: {
    title: 'The way is open, but no vendor knows it yet',
    text: 'Connect an endpoint to its vendor.',
  },
  good: { title: 'Connected', text: 'Each link of the way has been proved.' },
};
export type BreaksWords = typeof breaksEn;
export const breaks = inLanguage(breaksEn, breaksDe);
