import type { FeedEvent, Session } from '../../../shared/events.ts';
import { routeHash } from '../../stores/route-store.ts';
import { inertLine } from '../../text/inert.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { transcript } from '../../words/sessions.ts';

/** What the transcript rests on, for those who look closer. */
export function SessionFoot({ session, events }: { session: Session; events: FeedEvent[] }) {
  const newest = events.findLast(({ deliveryId }) => deliveryId !== null)?.deliveryId;
  const isProved = events.every(({ verified, deliveryId }) => verified || deliveryId === null);
  return (
    <footer className="session-foot">
      {events.length > 0 &&
        (isProved ? (
          <span className="proved">✓ {transcript.proved}</span>
        ) : (
          <span className="tag bad">{transcript.unproved}</span>
        ))}
      <span className="session-id">
        {transcript.session} <code>{inertLine(session.vendorSessionId)}</code>
        <CopyButton bare label={transcript.copyId} text={() => session.vendorSessionId} />
      </span>
      {newest && <a href={routeHash('deliveries', newest)}>{transcript.newestDelivery} ›</a>}
    </footer>
  );
}
