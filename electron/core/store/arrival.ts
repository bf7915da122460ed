import type { DeliverySummary, FeedEvent, RejectReason, Session } from '../../../shared/events.ts';
import type { Fact } from '../vendors/vendor.ts';
import type { FetchedFact } from '../vendors/vendor-api.ts';
import type { StoredHeader } from './rows.ts';

interface Received {
  endpointId: string;
  vendor: string;
  /** Milliseconds since the epoch. */
  receivedAt: number;
  headers: StoredHeader[];
  body: Buffer;
  /** SHA-256 of the body. */
  bodyHash: Buffer;
  /** Sent by `sample.send`, which waits for this mark. */
  sampleMark?: string;
  /** It came through the public address. */
  viaPublic?: true;
}

/** A delivery that was judged and now waits for its commit. */
export type Arrival =
  | (Received & { verdict: 'rejected'; reason: RejectReason })
  | (Received & {
      verdict: 'verified' | 'unproved';
      /** The vendor's delivery id; without one, an equal body within 24 h is the same delivery. */
      deliveryId?: string;
      /** A vendor's test: always an event, never a duplicate. */
      test: boolean;
      facts: Fact[];
    });

/** What one commit changed, for the feed. */
export interface Committed {
  events: FeedEvent[];
  deliveries: DeliverySummary[];
  sessions: Session[];
  /** Sample marks and the delivery that each became. */
  samples: [mark: string, deliveryId: string][];
  /** Accepted deliveries that came through the public address: the newest of each endpoint. */
  reached: Reached[];
}

export interface Reached {
  endpointId: string;
  /** ISO 8601. */
  at: string;
  /** One of them was a vendor's test. */
  test: boolean;
}

/** Facts that were fetched from the vendor, since their deliveries never came. */
export interface Fetched {
  endpointId: string;
  vendor: string;
  /** Milliseconds since the epoch. */
  receivedAt: number;
  facts: FetchedFact[];
  /**
   * The time in which nothing could arrive; becomes an event of its own. Without `always` only where something new was
   * fetched: what had arrived by itself leaves no gap. `recovered` counts what earlier parts have brought. ISO 8601.
   */
  gap?: {
    from: string;
    to: string;
    missed?: number;
    cause: 'closed' | 'path';
    always: boolean;
    recovered?: number;
  };
}

export interface Kept {
  /** How many facts were new. */
  added: number;
  /** Whether a gap was written: not where it stands there already. */
  gap: boolean;
}
