import { assertNever } from '../../shared/errors.ts';
import type { UpdateStatus } from '../../shared/status.ts';

export const desktop = {
  start: 'Start',
  login: 'Start at login',
  loginHint: 'Greenroom starts hidden, in the tray, when you log in to this computer.',
  unavailable: 'That is not possible on this computer.',
  updates: 'Updates',
  version: 'This version',
  automatic: 'Check by itself',
  automaticHint: 'Asks now and then if there is a newer version. Nothing is loaded before you say so.',
  steps: {
    'update.check': 'Check now',
    'update.download': 'Download',
    'update.install': 'Restart now',
  },
  notes: 'What is new',
  checked: 'Checked',
  progress: 'Download',
};

/** How the app stands with newer versions of itself. */
export function describeUpdate({ state, version, percent, checkedAt }: UpdateStatus): string {
  const newer = version ? `Version ${version}` : 'A newer version';
  switch (state) {
    case 'unsupported':
      return 'This copy does not update itself.';
    case 'idle':
      return checkedAt ? 'This is the newest version.' : 'Not checked yet.';
    case 'checking':
      return 'Checking…';
    case 'available':
      return `${newer} is there to download.`;
    case 'downloading':
      return percent === undefined
        ? `${newer} is loading…`
        : `${newer} is loading: ${Math.floor(percent)} %.`;
    case 'ready':
      return `${newer} is ready: it is installed when you quit Greenroom.`;
    case 'failed':
      return 'That did not work.';
    default:
      return assertNever(state);
  }
}
