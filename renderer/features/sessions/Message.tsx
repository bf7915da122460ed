import { useState } from 'react';
import type { FeedEvent } from '../../../shared/events.ts';
import { routeHash } from '../../stores/route-store.ts';
import { byteSize } from '../../text/bytes.ts';
import { cut, inert, inertLine } from '../../text/inert.ts';
import { EventTags } from '../../ui/EventTags.tsx';
import { Time } from '../../ui/Time.tsx';
import { speakerName } from '../../words/events.ts';
import { transcript } from '../../words/sessions.ts';

const shownAtFirst = 2000;

interface Props {
  event: FeedEvent;
  name: string;
  /** Outlives this row, which is gone while it is out of view. */
  shownInFull: Set<number>;
}

/** What somebody said. It is a stranger's text, and shown as nothing but text. */
export function Message({ event, name, shownInFull }: Props) {
  const [isFull, setFull] = useState(shownInFull.has(event.seq));
  const role = typeof event.data.role === 'string' ? event.data.role : 'other';
  const text = typeof event.data.text === 'string' ? event.data.text : '';
  const isLong = text.length > shownAtFirst;

  const toggle = () => {
    if (isFull) shownInFull.delete(event.seq);
    else shownInFull.add(event.seq);
    setFull(!isFull);
  };
  return (
    <article className="message" data-role={role} aria-label={speakerName(role, inertLine(name))}>
      {role !== 'user' && role !== 'assistant' && <strong>{speakerName(role, inertLine(name))}</strong>}
      <p dir="auto">{inert(isLong && !isFull ? cut(text, shownAtFirst) : text)}</p>
      {isLong && (
        <button type="button" className="link" onClick={toggle}>
          {isFull ? transcript.showLess : transcript.showAll(byteSize(new Blob([text]).size))}
        </button>
      )}
      <footer>
        {event.deliveryId ? (
          <a
            href={routeHash('deliveries', event.deliveryId)}
            title={`${event.occurredAt} · ${transcript.delivery}`}
          >
            <Time iso={event.occurredAt} />
          </a>
        ) : (
          <Time iso={event.occurredAt} />
        )}
        <EventTags event={event} />
      </footer>
    </article>
  );
}
