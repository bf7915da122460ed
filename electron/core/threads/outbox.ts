import type { Committed } from '../store/arrival.ts';

/** Short enough to be felt as at once; long enough for a flood of commits to cross in a few messages. */
const GATHER_MS = 4;

export const nothingChanged: Committed = {
  events: [],
  deliveries: [],
  sessions: [],
  samples: [],
  reached: [],
};

/** Gathers what commits changed for a moment, so that a flood does not wake the main thread for each of them. */
export function createOutbox(send: (changes: Committed) => void) {
  let events: Committed['events'] = [];
  let samples: Committed['samples'] = [];
  /** Each in its last state. */
  const deliveries = new Map<string, Committed['deliveries'][number]>();
  const sessions = new Map<string, Committed['sessions'][number]>();
  const reached = new Map<string, Committed['reached'][number]>();
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    send({
      events,
      samples,
      deliveries: [...deliveries.values()],
      sessions: [...sessions.values()],
      reached: [...reached.values()],
    });
    events = [];
    samples = [];
    deliveries.clear();
    sessions.clear();
    reached.clear();
  }

  return {
    add(changes: Committed): void {
      events.push(...changes.events);
      samples.push(...changes.samples);
      for (const delivery of changes.deliveries) deliveries.set(delivery.id, delivery);
      for (const session of changes.sessions) sessions.set(session.id, session);
      for (const one of changes.reached) {
        const test = one.test || (reached.get(one.endpointId)?.test ?? false);
        reached.set(one.endpointId, { ...one, test });
      }
      timer ??= setTimeout(flush, GATHER_MS);
    },
    flush,
  };
}
