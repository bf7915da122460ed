import { assertNever, type ErrorCode, type WireError } from '../../shared/errors.ts';
import { inertLine } from '../text/inert.ts';

/** A vendor's own words may be in it. */
const mostOfMessage = 400;

export interface Explained {
  /** What happened. */
  sentence: string;
  /** What to do next. */
  next: string;
}

/** Every error that a command can answer with, for people. The core's own message is added where it says more. */
export function explainError({ code, message }: WireError): Explained {
  switch (code) {
    case 'bad_input':
      return { sentence: 'Greenroom did not accept this.', next: message };
    case 'unknown_command':
      return {
        sentence: 'This window and Greenroom are of different versions.',
        next: 'Reload the window; if that does not help, restart Greenroom.',
      };
    case 'unauthorized':
      return {
        sentence: 'This link has been used or has ended.',
        next: 'Run `npm run link` and open the new link.',
      };
    case 'forbidden':
      return {
        sentence: 'Greenroom refused a call from this page.',
        next: 'Open it by the address that Greenroom printed.',
      };
    case 'not_found':
      return { sentence: 'This is no longer here.', next: 'It was deleted, or its time to be kept is over.' };
    case 'no_secret':
      return { sentence: 'No secret is set.', next: 'Set the secret of this endpoint first.' };
    case 'secret_unreadable':
      return { sentence: 'The kept secret cannot be read here.', next: 'Enter the secret again.' };
    case 'vault_unavailable':
      return {
        sentence: 'Secrets cannot be kept safely on this computer now.',
        next: `Nothing was stored. ${message}`,
      };
    case 'store_failed':
      return {
        sentence: 'The disk could not be read or written.',
        next: `Make room on it, or check it. ${message}`,
      };
    case 'store_newer':
      return {
        sentence: 'The data folder was written by a newer Greenroom.',
        next: 'Update this Greenroom, or start it with another data folder.',
      };
    case 'folder_in_use':
      return { sentence: 'Another Greenroom uses this data folder.', next: 'Use that one, or end it first.' };
    case 'port_taken':
      return {
        sentence: 'Another program uses the port.',
        next: 'End it, or start Greenroom with another port.',
      };
    case 'receiver_down':
      return {
        sentence: 'Greenroom cannot take deliveries now.',
        next: 'Wait a moment; if it lasts, restart Greenroom.',
      };
    case 'sample_refused':
      return { sentence: 'The sample was refused.', next: message };
    case 'offline':
      return {
        sentence: 'No answer came.',
        next: 'Check that Greenroom is running and that this computer is online.',
      };
    case 'timed_out':
      return { sentence: 'It took too long.', next: 'Try again in a moment.' };
    case 'not_available':
      return { sentence: 'This is not available here.', next: message };
    case 'tunnel_off':
      return {
        sentence: 'There is no way in from the internet yet.',
        next: said(message, 'Choose one under Connection.'),
      };
    case 'tunnel_down':
      return {
        sentence: 'The way in from the internet does not work now.',
        next: more(message, 'Greenroom keeps trying.'),
      };
    case 'tunnel_refused':
      return {
        sentence: 'The tunnel’s server has refused.',
        next: more(message, 'Try again later, or choose another way in.'),
      };
    case 'tunnel_rate_limited':
      return {
        sentence: 'The tunnel’s server wants a pause.',
        next: more(message, 'Greenroom tries again by itself; another way in works at once.'),
      };
    case 'program_missing':
      return {
        sentence: 'A program that this way in needs is not on this computer.',
        next: said(message, 'Install it, or choose another way in.'),
      };
    case 'token_missing':
      return {
        sentence: 'This way in needs a token.',
        next: said(message, 'Enter it, or choose another way in.'),
      };
    case 'token_refused':
      return {
        sentence: 'The token was not accepted.',
        next: said(message, 'Copy it again from the provider’s page, and enter it anew.'),
      };
    case 'not_https':
      return {
        sentence: 'The public address is not https.',
        next: said(message, 'Vendors deliver to https only: enter an address that begins with it.'),
      };
    case 'no_credentials':
      return { sentence: 'Greenroom has no key to the vendor yet.', next: 'Enter it to connect.' };
    case 'choose_target':
      return {
        sentence: 'It is not clear what to connect.',
        next: said(message, 'Choose one from the list.'),
      };
    case 'vendor_refused':
      return {
        sentence: 'The vendor did not accept this.',
        next: said(message, 'Change what it names, and try again.'),
      };
    case 'vendor_unauthorized':
      return {
        sentence: 'The key is not right.',
        next: said(message, 'Copy it again from the vendor’s page, and enter it anew.'),
      };
    case 'vendor_forbidden':
      return {
        sentence: 'This key may not do that.',
        next: said(message, 'Enter the key of an account that may, or ask the vendor.'),
      };
    case 'vendor_not_found':
      return {
        sentence: 'The vendor does not know this any more.',
        next: said(message, 'Connect again to make it anew.'),
      };
    case 'vendor_conflict':
      return {
        sentence: 'Something at the vendor is in the way.',
        next: said(message, 'Look at what is registered there, then try again.'),
      };
    case 'vendor_rate_limited':
      return {
        sentence: 'The vendor wants a pause.',
        next: said(message, 'Greenroom waits as long as it was asked to.'),
      };
    case 'vendor_failed':
      return {
        sentence: 'The vendor has trouble now.',
        next: said(message, 'Try again in a moment.'),
      };
    case 'vendor_unexpected':
      return {
        sentence: 'The vendor answered something that Greenroom does not understand.',
        next: said(message, 'Try again; if it lasts, look for a newer Greenroom.'),
      };
    case 'vendor_timed_out':
      return {
        sentence: 'The vendor did not answer in time.',
        next: said(message, 'Try again in a moment.'),
      };
    case 'vendor_unreachable':
      return {
        sentence: 'The vendor cannot be reached.',
        next: said(message, 'Check that this computer is online.'),
      };
    case 'test_failed':
      return {
        sentence: 'The test did not arrive here.',
        next: said(message, 'Try again, or choose another way in.'),
      };
    case 'address_changed':
      return {
        sentence: 'The public address has changed.',
        next: said(message, 'Paste the new one at the vendor.'),
      };
    case 'internal':
      return { sentence: 'Something went wrong inside Greenroom.', next: `Try again. ${message}` };
    default:
      return assertNever(code);
  }
}

/** The core's own words where it has some, since they are more exact; else ours. */
function said(message: string, otherwise: string): string {
  const text = inertLine(message, mostOfMessage);
  return text === '' ? otherwise : asSentence(text);
}

/** What happened in the core's words, then what to do in ours. */
function more(message: string, next: string): string {
  const text = inertLine(message, mostOfMessage);
  return text === '' ? next : `${asSentence(text)} ${next}`;
}

function asSentence(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}

const ofWayIn: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'tunnel_off',
  'tunnel_down',
  'tunnel_refused',
  'tunnel_rate_limited',
  'program_missing',
  'token_missing',
  'token_refused',
  'not_https',
]);

/** Whether the connection screen is the place to mend it. */
export function concernsWayIn(code: ErrorCode): boolean {
  return ofWayIn.has(code);
}
