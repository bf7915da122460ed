import { memo } from 'react';
import type { FeedEvent } from '../../../shared/events.ts';
import { inertLine } from '../../text/inert.ts';
import { dayKey, dayLabel } from '../../text/time.ts';
import { EventTags } from '../../ui/EventTags.tsx';
import { Time } from '../../ui/Time.tsx';
import { describeEvent } from '../../words/events.ts';
import { gapLine } from '../../words/gap.ts';
import { Message } from './Message.tsx';

interface Props {
  event: FeedEvent;
  before: FeedEvent | undefined;
  name: string;
  shownInFull: Set<number>;
}

export const TranscriptRow = memo(function TranscriptRow({ event, before, name, shownInFull }: Props) {
  const isNewDay = !before || dayKey(before.occurredAt) !== dayKey(event.occurredAt);
  const day = isNewDay ? dayLabel(event.occurredAt, Date.now()) : undefined;
  return (
    <>
      {day && <h3 className="line">{day}</h3>}
      {event.kind === 'chat.message' ? (
        <Message event={event} name={name} shownInFull={shownInFull} />
      ) : (
        <Happening event={event} name={name} />
      )}
    </>
  );
});

function Happening({ event, name }: { event: FeedEvent; name: string }) {
  const words = describeEvent(event, name);
  // Whose it is stands above already.
  const line = event.kind === 'gap' ? gapLine(event.data) : words.line;
  return (
    <div className="line" data-kind={event.kind}>
      <span className="mark" data-mark={words.mark} aria-hidden="true" />
      <span className="line-words">
        {inertLine(words.title)}
        {line && ` · ${inertLine(line)}`}
      </span>
      <EventTags event={event} />
      <Time iso={event.occurredAt} />
    </div>
  );
}
