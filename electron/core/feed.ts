import type { Parsed, Pushes, PushName, Value } from '../../shared/contract.ts';
import type { FeedEvent } from '../../shared/events.ts';
import type { Push, Sink } from './ports.ts';
import type { Committed } from './store/arrival.ts';

/** Further behind than this, one `reset` costs less than the events. */
const RESET_BEHIND = 5_000;
const PAGE = 500;

interface Subscriber {
  sink: Sink;
  /** The last `seq` that it was given; what is not above it was already sent. */
  seq: number;
  /** Set while it is being brought up to date from the store, where it finds live events as well. */
  catchingUp: symbol | undefined;
}

export type FeedPage = (input: Parsed<'feed.page'>) => Promise<Value<'feed.page'>>;

/** The ordered stream of what happens, to any number of subscribers. */
export function createFeed(lastSeq: number, page: FeedPage) {
  const subscribers = new Set<Subscriber>();
  let newest = lastSeq;

  function deliver(to: Subscriber, event: FeedEvent): void {
    if (to.catchingUp || event.seq <= to.seq) return;
    to.seq = event.seq;
    void to.sink({ name: 'feed', value: event });
  }

  /** At the subscriber's own pace: nothing waits for it in memory but one page. */
  async function catchUp(to: Subscriber): Promise<void> {
    const mine = Symbol('catching up');
    to.catchingUp = mine;
    const isOn = () => to.catchingUp === mine && subscribers.has(to);
    if (to.seq > newest && !(await isStored(to.seq))) {
      if (isOn()) reset(to);
      return;
    }
    while (isOn() && to.seq < newest) {
      const upTo = newest;
      const { events, more } = await page({ after: to.seq, limit: PAGE });
      // The store may be ahead of what was told here: that comes when it is told.
      const known = events.filter(({ seq }) => seq <= upTo).reverse();
      for (const event of known) {
        if (!isOn()) return;
        to.seq = event.seq;
        await to.sink({ name: 'feed', value: event });
      }
      // What retention has removed is not waited for.
      if (!more || known.length < events.length) to.seq = Math.max(to.seq, upTo);
    }
    if (isOn()) to.catchingUp = undefined;
  }

  /** Somebody may have read it from the store before it was told here. */
  async function isStored(seq: number): Promise<boolean> {
    const { events } = await page({ after: seq - 1, limit: 1 });
    return events[0]?.seq === seq;
  }

  function reset(to: Subscriber): void {
    if (!subscribers.has(to)) return;
    to.catchingUp = undefined;
    to.seq = newest;
    void to.sink({ name: 'reset', value: { lastSeq: newest } });
  }

  function push<P extends PushName>(name: P, value: Pushes[P]): void {
    for (const { sink } of subscribers) void sink({ name, value } as Push);
  }

  function follow(to: Subscriber): void {
    catchUp(to).catch(() => reset(to));
  }

  return {
    lastSeq: () => newest,
    push,

    /** Events up to this were committed, though nobody told: those that are missing come from the store. */
    missed(lastSeq: number): void {
      if (lastSeq <= newest) return;
      newest = lastSeq;
      for (const subscriber of subscribers) if (!subscriber.catchingUp) follow(subscriber);
    },

    /** What one commit changed, in the order in which a screen needs it. */
    committed({ events, sessions, deliveries }: Committed): void {
      newest = events.at(-1)?.seq ?? newest;
      for (const session of sessions) push('session', session);
      for (const subscriber of subscribers) for (const event of events) deliver(subscriber, event);
      for (const delivery of deliveries) push('delivery', delivery);
    },

    /** Another store has taken the place of a damaged one: its events count from the beginning. */
    beginAnew(): void {
      newest = 0;
    },

    /** Everybody asks for the newest page again. */
    resetAll(): void {
      for (const subscriber of subscribers) reset(subscriber);
    },

    /** @param first given at once, before anything else */
    subscribe(sink: Sink, first: readonly Push[], after?: number): () => void {
      const subscriber: Subscriber = { sink, seq: after ?? newest, catchingUp: undefined };
      subscribers.add(subscriber);
      for (const one of first) void sink(one);
      if (after !== undefined && after !== newest) {
        if (newest - after > RESET_BEHIND) reset(subscriber);
        else follow(subscriber);
      }
      return () => subscribers.delete(subscriber);
    },
  };
}

export type Feed = ReturnType<typeof createFeed>;
