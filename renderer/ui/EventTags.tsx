import type { FeedEvent } from '../../shared/events.ts';
import { tagHints, tags } from '../words/events.ts';

/** What sets an event apart from one that was proved in time. */
export function EventTags({ event }: { event: FeedEvent }) {
  return (
    <>
      {event.source === 'sample' && (
        <span className="tag" title={tagHints.sample}>
          {tags.sample}
        </span>
      )}
      {event.source === 'fetched' && (
        <span className="tag" title={tagHints.fetched}>
          {tags.fetched}
        </span>
      )}
      {event.late && (
        <span className="tag" title={tagHints.late}>
          {tags.late}
        </span>
      )}
      {!event.verified && event.deliveryId && (
        <span className="tag bad" title={tagHints.unproved}>
          {tags.unproved}
        </span>
      )}
    </>
  );
}
