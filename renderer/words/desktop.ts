import { assertNever } from '../../shared/errors.ts';
import type { UpdateStatus } from '../../shared/status.ts';
import { desktopDe, updateDe } from './de/desktop.ts';
import { inLanguage } from './language.ts';

const desktopEn = {
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
export type DesktopWords = typeof desktopEn;
export const desktop = inLanguage(desktopEn, desktopDe);

const updateEn = {
  newer: (version: string | undefined) => (version ? `Version ${version}` : 'A newer version'),
  unsupported: 'This copy does not update itself.',
  newest: 'This is the newest version.',
  unchecked: 'Not checked yet.',
  checking: 'Checking…',
  available: (newer: string) => `${newer} is there to download.`,
  loading: (newer: string) => `${newer} is loading…`,
  loadingTo: (newer: string, percent: number) => `${newer} is loading: ${percent} %.`,
  ready: (newer: string) => `${newer} is ready: it is installed when you quit Greenroom.`,
  failed: 'That did not work.',
};
export type UpdateWords = typeof updateEn;
const update = inLanguage(updateEn, updateDe);

/** How the app stands with newer versions of itself. */
export function describeUpdate({ state, version, percent, checkedAt }: UpdateStatus): string {
  const newer = update.newer(version);
  switch (state) {
    case 'unsupported':
    case 'checking':
    case 'failed':
      return update[state];
    case 'idle':
      return checkedAt ? update.newest : update.unchecked;
    case 'available':
    case 'ready':
      return update[state](newer);
    case 'downloading':
      return percent === undefined ? update.loading(newer) : update.loadingTo(newer, Math.floor(percent));
    default:
      return assertNever(state);
  }
}
