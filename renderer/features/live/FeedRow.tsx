import { memo } from 'react';
import type { FeedEvent } from '../../../shared/events.ts';
import { useAgentName, useEndpointName } from '../../stores/context.ts';
import { inertLine } from '../../text/inert.ts';
import { EventLine } from '../../ui/EventLine.tsx';
import { EventTags } from '../../ui/EventTags.tsx';
import { Time } from '../../ui/Time.tsx';
import { describeEvent } from '../../words/events.ts';

interface Props {
  event: FeedEvent;
  /** Belongs to the session that is read. */
  isOwn: boolean;
}

export const FeedRow = memo(function FeedRow({ event, isOwn }: Props) {
  const nameOf = useEndpointName();
  const agentName = useAgentName()(event.agentId);
  const words = describeEvent(
    event,
    agentName ?? nameOf(event.endpointId) ?? event.agentId ?? event.vendor,
    agentName,
  );
  return (
    <div
      className="feed-row"
      data-own={isOwn || undefined}
      data-kind={event.kind}
      data-new={isJustNow(event) || undefined}
      title={event.kind === 'gap' ? `${words.title}: ${inertLine(words.line ?? '')}` : undefined}
    >
      <Time iso={event.receivedAt} />
      <span className="mark" data-mark={words.mark} aria-hidden="true" />
      <div className="feed-words">
        <div className="feed-title" title={agentName && event.agentId}>
          <strong>{inertLine(words.title)}</strong>
          {words.aside && <em>{inertLine(words.aside)}</em>}
          <EventTags event={event} />
        </div>
        <EventLine words={words} />
      </div>
    </div>
  );
});

const feltFor = 3000;

/** A join that came as the user was looking, not one that is scrolled to. */
function isJustNow({ kind, receivedAt, source }: FeedEvent): boolean {
  const isBeginning = kind === 'session.joined' || kind === 'session.started';
  return isBeginning && source !== 'fetched' && Date.now() - Date.parse(receivedAt) < feltFor;
}
