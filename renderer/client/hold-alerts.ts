import type { PagePermission } from './page-permission.ts';

const lockName = 'greenroom-alerts';

interface Parts {
  permission: Pick<PagePermission, 'get' | 'subscribe'>;
  locks: { request: LockManager['request'] };
  /** Begins to hear and show alerts. @returns ends it */
  begin(): () => void;
}

/**
 * While alerts are allowed, one page of this browser shows them, whether it is seen or not: the one that holds the lock.
 * When it is closed the browser hands the lock to the next.
 */
export function holdAlerts({ permission, locks, begin }: Parts): void {
  let turn: AbortController | undefined;

  function follow() {
    if (permission.get() === 'granted') turn ??= queue();
    else {
      turn?.abort();
      turn = undefined;
    }
  }

  function queue(): AbortController {
    const mine = new AbortController();
    const { signal } = mine;
    const hold = () =>
      new Promise<void>((release) => {
        const end = begin();
        signal.addEventListener('abort', () => {
          end();
          release();
        });
      });
    locks.request(lockName, { signal }, hold).catch(() => {
      // Given up while it waited for its turn.
      if (turn === mine) turn = undefined;
    });
    return mine;
  }

  permission.subscribe(follow);
  follow();
}
