import { assertNever } from '../../../shared/errors.ts';
import type { UpdateStatus } from '../../../shared/status.ts';

/** What the updater meets. */
export type UpdateNews =
  /** Learnt only when it looked. */
  | { is: 'unsupported'; reason: string }
  | { is: 'checking' }
  | { is: 'none'; at: string }
  | { is: 'found'; at: string; version: string; notes?: string }
  /** `asked`: a person waits for the answer. */
  | { is: 'check-failed'; asked: boolean; reason: string }
  | { is: 'loading'; percent: number }
  | { is: 'loaded'; version: string; reason?: string }
  | { is: 'load-failed'; reason: string };

/** The next status. A version that was found is never hidden again by a look that fails, or finds nothing. */
export function nextStatus(status: UpdateStatus, news: UpdateNews): UpdateStatus {
  switch (news.is) {
    case 'unsupported':
      return { state: 'unsupported', reason: news.reason };
    case 'checking':
      return holdsVersion(status) ? status : { state: 'checking', ...checkedAt(status) };
    case 'none':
      return isBusy(status) ? status : { state: 'idle', checkedAt: news.at };
    case 'found':
      if (isBusy(status)) return status;
      return {
        state: 'available',
        version: news.version,
        ...(news.notes !== undefined && { notes: news.notes }),
        checkedAt: news.at,
      };
    case 'check-failed':
      if (holdsVersion(status)) return status;
      if (!news.asked) return { state: 'idle', ...checkedAt(status) };
      return { state: 'failed', reason: news.reason, ...checkedAt(status) };
    case 'loading': {
      if (status.state === 'ready') return status;
      const { reason: _, ...known } = status;
      return { ...known, state: 'downloading', percent: news.percent };
    }
    case 'loaded': {
      const { percent: _, reason: __, ...known } = status;
      return {
        ...known,
        state: 'ready',
        version: news.version,
        ...(news.reason !== undefined && { reason: news.reason }),
      };
    }
    case 'load-failed': {
      const { percent: _, ...known } = status;
      return { ...known, state: 'failed', reason: news.reason };
    }
    default:
      return assertNever(news);
  }
}

/** Whether there is a version to load, now or once more after it failed. */
export function canLoad({ state, version }: UpdateStatus): boolean {
  return state === 'available' || (state === 'failed' && version !== undefined);
}

/** What a look must not undo. */
function isBusy({ state }: UpdateStatus): boolean {
  return state === 'downloading' || state === 'ready';
}

function holdsVersion(status: UpdateStatus): boolean {
  return isBusy(status) || canLoad(status);
}

function checkedAt({ checkedAt: at }: UpdateStatus): Pick<UpdateStatus, 'checkedAt'> {
  return at === undefined ? {} : { checkedAt: at };
}
