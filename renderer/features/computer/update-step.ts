import { assertNever } from '../../../shared/errors.ts';
import type { UpdateStatus } from '../../../shared/status.ts';

export type UpdateStep = 'update.check' | 'update.download' | 'update.install';

/** What the user can do next about an update; undefined where it is the app's turn. */
export function updateStep(state: UpdateStatus['state']): UpdateStep | undefined {
  switch (state) {
    case 'unsupported':
    case 'checking':
    case 'downloading':
      return undefined;
    case 'idle':
    case 'failed':
      return 'update.check';
    case 'available':
      return 'update.download';
    case 'ready':
      return 'update.install';
    default:
      return assertNever(state);
  }
}
