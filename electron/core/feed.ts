import type { Parsed, Pushes, PushName, Value } from '../../shared/contract.ts';
import type { FeedEvent } from '../../shared/events.ts';
import type { Push } from './ports.ts';
import type { Committed } from './store/arrival.ts';

/** Further behind than this, one `reset` costs less than the events. */
const RESET_BEHIND = 5_000;
const PAGE = 500;

interface Subscriber {
  sink(push: Push): void;
  /** The last `seq` that it was given; what is not above it was already sent. */
  seq: number;
  /** Set while it is being brought up to date from the store: live events wait here. */
  waiting: FeedEvent[] | undefined;
}

export type FeedPage = (input: Parsed<'feed.page'>) => Promise<Value<'feed.page'>>;

/** The ordered stream of what happens, to any number of subscribers. */
export function createFeed(lastSeq: number, page: FeedPage) {
  const subscribers = new Set<Subscriber>();
  let newest = lastSeq;

  function deliver(to: Subscriber, event: FeedEvent): void {
    if (to.waiting) {
      to.waiting.push(event);
    } else if (event.seq > to.seq) {
      to.seq = event.seq;
      to.sink({ name: 'feed', value: event });
    }
  }

  async function catchUp(to: Subscriber): Promise<void> {
    for (let more = true; more && subscribers.has(to); ) {
      const found = await page({ after: to.seq, limit: PAGE });
      more = found.more;
      for (const event of found.events.reverse()) {
        if (!subscribers.has(to)) return;
        to.seq = event.seq;
        to.sink({ name: 'feed', value: event });
      }
    }
    const waited = to.waiting ?? [];
    to.waiting = undefined;
    for (const event of waited) deliver(to, event);
  }

  function reset(to: Subscriber): void {
    to.waiting = undefined;
    to.seq = newest;
    to.sink({ name: 'reset', value: { lastSeq: newest } });
  }

  function push<P extends PushName>(name: P, value: Pushes[P]): void {
    for (const { sink } of subscribers) sink({ name, value } as Push);
  }

  return {
    lastSeq: () => newest,
    push,

    /** What one commit changed, in the order in which a screen needs it. */
    committed({ events, sessions, deliveries }: Committed): void {
      newest = events.at(-1)?.seq ?? newest;
      for (const session of sessions) push('session', session);
      for (const subscriber of subscribers) for (const event of events) deliver(subscriber, event);
      for (const delivery of deliveries) push('delivery', delivery);
    },

    /** Another store has taken the place of a damaged one: everybody starts again. */
    restart(lastSeq: number): void {
      newest = lastSeq;
      for (const subscriber of subscribers) reset(subscriber);
    },

    /** @param first given at once, before anything else */
    subscribe(sink: Subscriber['sink'], first: readonly Push[], after?: number): () => void {
      const subscriber: Subscriber = { sink, seq: after ?? newest, waiting: undefined };
      subscribers.add(subscriber);
      for (const one of first) sink(one);
      if (after !== undefined && after !== newest) {
        if (after > newest || newest - after > RESET_BEHIND) {
          reset(subscriber);
        } else {
          subscriber.waiting = [];
          catchUp(subscriber).catch(() => reset(subscriber));
        }
      }
      return () => subscribers.delete(subscriber);
    },
  };
}

export type Feed = ReturnType<typeof createFeed>;
