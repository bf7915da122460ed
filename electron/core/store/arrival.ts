import type { DeliverySummary, FeedEvent, RejectReason, Session } from '../../../shared/events.ts';
import type { Fact } from '../vendors/vendor.ts';
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
}
