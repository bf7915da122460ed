import { assertNever, type WireError } from '../../shared/errors.ts';

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
    case 'internal':
      return { sentence: 'Something went wrong inside Greenroom.', next: `Try again. ${message}` };
    default:
      return assertNever(code);
  }
}
