import type { FeedEvent } from '../../shared/events.ts';
import { tags } from '../words/events.ts';

/** What sets an event apart from one that was proved in time. */
export function EventTags({ event }: { event: FeedEvent }) {
  return (
    <>
      {event.source === 'sample' && <span className="tag">{tags.sample}</span>}
      {event.source === 'fetched' && <span className="tag">{tags.fetched}</span>}
      {event.late && <span className="tag">{tags.late}</span>}
      {!event.verified && event.deliveryId && <span className="tag bad">{tags.unproved}</span>}
    </>
  );
}
