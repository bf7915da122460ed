import { randomUUID } from 'node:crypto';
import type { Notice } from '../../shared/status.ts';

const KEPT = 100;

/** What the user is told; the last ones stay to be read again. */
export function createNotices(told: (notice: Notice) => void) {
  const kept: Notice[] = [];
  const lastAt = new Map<string, number>();

  return {
    /** @param every the same code for the same endpoint is told at most once in this time; milliseconds */
    tell(notice: Omit<Notice, 'id' | 'at'>, every = 0): void {
      const now = Date.now();
      const topic = `${notice.code} ${notice.endpointId ?? ''}`;
      if (now - (lastAt.get(topic) ?? Number.NEGATIVE_INFINITY) < every) return;
      lastAt.set(topic, now);
      const full: Notice = { id: randomUUID(), at: new Date(now).toISOString(), ...notice };
      kept.unshift(full);
      kept.length = Math.min(kept.length, KEPT);
      told(full);
    },
    list: (): Notice[] => [...kept],
  };
}

export type Notices = ReturnType<typeof createNotices>;
