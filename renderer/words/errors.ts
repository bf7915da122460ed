import type { ErrorCode, WireError } from '../../shared/errors.ts';
import { inertLine } from '../text/inert.ts';
import { fromCore } from './core.ts';
import { errorsDe, fixDe } from './de/errors.ts';
import { inLanguage, language } from './language.ts';

/** A vendor's own words may be in it. */
const mostOfMessage = 400;

/**
 * What a button beside the error does. `retry` does the same again: where a form or a button that began it is right
 * there, that is the one. The others lead to where it is mended.
 */
export type Fix =
  | 'retry'
  | 'reload'
  | 'connection'
  | 'endpoint'
  | 'secret'
  | 'deliveries'
  | 'keeping'
  | 'about'
  | 'back';

const fixEn: Record<Fix, string> = {
  retry: 'Try again',
  reload: 'Reload',
  connection: 'Open connection',
  endpoint: 'Open endpoint',
  secret: 'Enter the secret',
  deliveries: 'Open deliveries',
  keeping: 'Change what is kept',
  about: 'About this Greenroom',
  back: 'Go back',
};
export const fixWords = inLanguage(fixEn, fixDe);

export interface Explained {
  /** What happened. */
  sentence: string;
  /** What it means, and what to do next. */
  next: string;
}

export interface ErrorWords extends Explained {
  /**
   * What becomes of the core's own message, which is more exact: it stands in the place of `next`, before it, or after it.
   * Without, it is not shown.
   */
  message?: 'instead' | 'before' | 'after';
}

/** Every error that a command can answer with, for people. */
const errorsEn: Record<ErrorCode, ErrorWords> = {
  bad_input: {
    sentence: 'Greenroom did not accept this.',
    next: 'Change it, and try again.',
    message: 'instead',
  },
  unknown_command: {
    sentence: 'This window and Greenroom are of different versions.',
    next: 'Reload the window; if that does not help, restart Greenroom.',
  },
  unauthorized: {
    sentence: 'This link has been used or has ended.',
    next: 'Run `npm run link` and open the new link.',
  },
  forbidden: {
    sentence: 'Greenroom refused a call from this page.',
    next: 'Open it by the address that Greenroom printed.',
  },
  not_found: {
    sentence: 'This is no longer here.',
    next: 'It was deleted, or its time to be kept is over.',
  },
  no_secret: {
    sentence: 'No secret is set.',
    next: 'Nothing sent to it can be proved: set the secret of this endpoint first.',
  },
  secret_unreadable: {
    sentence: 'The kept secret cannot be read here.',
    next: 'It was kept by another user or host: enter it again.',
  },
  vault_unavailable: {
    sentence: 'Secrets cannot be kept safely on this computer now.',
    next: 'Nothing was stored.',
    message: 'after',
  },
  store_failed: {
    sentence: 'The disk could not be read or written.',
    next: 'Make room on it, or check it.',
    message: 'after',
  },
  store_newer: {
    sentence: 'The data folder was written by a newer Greenroom.',
    next: 'Update this Greenroom, or start it with another data folder.',
  },
  folder_in_use: {
    sentence: 'Another Greenroom uses this data folder.',
    next: 'Use that one, or end it first.',
  },
  port_taken: {
    sentence: 'Another program uses the port.',
    next: 'End it, or start Greenroom with another port.',
  },
  receiver_down: {
    sentence: 'Greenroom cannot take deliveries now.',
    next: 'Wait a moment; if it lasts, restart Greenroom.',
  },
  sample_refused: {
    sentence: 'The sample was refused.',
    next: 'The delivery in the list says why.',
    message: 'instead',
  },
  offline: {
    sentence: 'No answer came.',
    next: 'Check that Greenroom is running and that this computer is online.',
  },
  timed_out: { sentence: 'It took too long.', next: 'Try again in a moment.' },
  not_available: {
    sentence: 'This is not available here.',
    next: 'Only another kind of Greenroom can do it.',
    message: 'instead',
  },
  tunnel_off: {
    sentence: 'There is no way in from the internet yet.',
    next: 'Choose one under Connection.',
    message: 'instead',
  },
  tunnel_down: {
    sentence: 'The way in from the internet does not work now.',
    next: 'Greenroom keeps trying.',
    message: 'before',
  },
  tunnel_refused: {
    sentence: 'The tunnel’s server has refused.',
    next: 'Try again later, or choose another way in.',
    message: 'before',
  },
  tunnel_rate_limited: {
    sentence: 'The tunnel’s server wants a pause.',
    next: 'Greenroom tries again by itself; another way in works at once.',
    message: 'before',
  },
  program_missing: {
    sentence: 'A program that this way in needs is not on this computer.',
    next: 'Install it, or choose another way in.',
    message: 'instead',
  },
  token_missing: {
    sentence: 'This way in needs a token.',
    next: 'Enter it, or choose another way in.',
    message: 'instead',
  },
  token_refused: {
    sentence: 'The token was not accepted.',
    next: 'Copy it again from the provider’s page, and enter it anew.',
    message: 'instead',
  },
  not_https: {
    sentence: 'The public address is not https.',
    next: 'Vendors deliver to https only: enter an address that begins with it.',
    message: 'instead',
  },
  no_credentials: {
    sentence: 'Greenroom has no key to the vendor yet.',
    next: 'Enter it to connect.',
  },
  choose_target: {
    sentence: 'It is not clear what to connect.',
    next: 'Choose one from the list.',
    message: 'instead',
  },
  vendor_refused: {
    sentence: 'The vendor did not accept this.',
    next: 'Change what it names, and try again.',
    message: 'instead',
  },
  vendor_unauthorized: {
    sentence: 'The key is not right.',
    next: 'Copy it again from the vendor’s page, and enter it anew.',
    message: 'instead',
  },
  vendor_forbidden: {
    sentence: 'This key may not do that.',
    next: 'Enter the key of an account that may, or ask the vendor.',
    message: 'instead',
  },
  vendor_not_found: {
    sentence: 'The vendor does not know this any more.',
    next: 'Connect again to make it anew.',
    message: 'instead',
  },
  vendor_conflict: {
    sentence: 'Something at the vendor is in the way.',
    next: 'Look at what is registered there, then try again.',
    message: 'instead',
  },
  vendor_rate_limited: {
    sentence: 'The vendor wants a pause.',
    next: 'Greenroom waits as long as it was asked to.',
    message: 'instead',
  },
  vendor_failed: {
    sentence: 'The vendor has trouble now.',
    next: 'Try again in a moment.',
    message: 'instead',
  },
  vendor_unexpected: {
    sentence: 'The vendor answered something that Greenroom does not understand.',
    next: 'Try again; if it lasts, look for a newer Greenroom.',
    message: 'instead',
  },
  vendor_timed_out: {
    sentence: 'The vendor did not answer in time.',
    next: 'Try again in a moment.',
    message: 'instead',
  },
  vendor_unreachable: {
    sentence: 'The vendor cannot be reached.',
    next: 'Check that this computer is online.',
    message: 'instead',
  },
  test_failed: {
    sentence: 'The test did not arrive here.',
    next: 'Try again, or choose another way in.',
    message: 'instead',
  },
  address_changed: {
    sentence: 'The public address has changed.',
    next: 'Paste the new one at the vendor.',
    message: 'instead',
  },
  internal: { sentence: 'Something went wrong inside Greenroom.', next: 'Try again.', message: 'after' },
};

const errors = inLanguage<Record<ErrorCode, Explained>>(errorsEn, errorsDe);

/** What happened, what it means and what to do next. The core's own message is added where it says more. */
export function explainError({ code, message }: WireError): Explained {
  const { sentence, next } = errors[code];
  const worded = fromCore(message);
  const own = asSentence(inertLine(worded, mostOfMessage));
  // What could not be said in the language of the window comes after what could.
  const isForeign = language !== 'en' && worded === message;
  const place = errorsEn[code].message;
  if (own === '' || !place) return { sentence, next };
  if (place === 'after' || isForeign) return { sentence, next: `${next} ${own}` };
  return { sentence, next: place === 'instead' ? own : `${own} ${next}` };
}

function asSentence(text: string): string {
  return text === '' || /[.?!…]$/.test(text) ? text : `${text}.`;
}

const fixes: Record<ErrorCode, Fix> = {
  bad_input: 'retry',
  unknown_command: 'reload',
  unauthorized: 'reload',
  forbidden: 'reload',
  not_found: 'back',
  no_secret: 'secret',
  secret_unreadable: 'secret',
  vault_unavailable: 'retry',
  store_failed: 'keeping',
  store_newer: 'about',
  folder_in_use: 'reload',
  port_taken: 'reload',
  receiver_down: 'retry',
  sample_refused: 'deliveries',
  offline: 'retry',
  timed_out: 'retry',
  not_available: 'about',
  tunnel_off: 'connection',
  tunnel_down: 'connection',
  tunnel_refused: 'connection',
  tunnel_rate_limited: 'connection',
  program_missing: 'connection',
  token_missing: 'connection',
  token_refused: 'connection',
  not_https: 'connection',
  no_credentials: 'endpoint',
  choose_target: 'endpoint',
  vendor_refused: 'retry',
  vendor_unauthorized: 'endpoint',
  vendor_forbidden: 'endpoint',
  vendor_not_found: 'endpoint',
  vendor_conflict: 'endpoint',
  vendor_rate_limited: 'retry',
  vendor_failed: 'retry',
  vendor_unexpected: 'about',
  vendor_timed_out: 'retry',
  vendor_unreachable: 'retry',
  test_failed: 'retry',
  address_changed: 'endpoint',
  internal: 'retry',
};

/** What mends it. */
export function fixOf(code: ErrorCode): Fix {
  return fixes[code];
}

/** Whether the connection screen is the place to mend it. */
export function concernsWayIn(code: ErrorCode): boolean {
  return fixes[code] === 'connection';
}
