import { memo } from 'react';
import type { FeedEvent } from '../../../shared/events.ts';
import { useAgentName, useEndpointName } from '../../stores/context.ts';
import { DayTime } from '../../ui/Time.tsx';
import { describeEvent } from '../../words/events.ts';
import { search } from '../../words/search.ts';
import { Marked } from './Marked.tsx';
import { holdsWords } from './mark-words.ts';
import { OptionRow, type RowProps } from './OptionRow.tsx';

interface Props extends RowProps {
  event: FeedEvent;
  words: readonly string[];
}

/** Something that happened, with the words that it was found by, or where they are. */
export const EventRow = memo(function EventRow({ event, words, ...row }: Props) {
  const nameOf = useEndpointName();
  const agent = useAgentName()(event.agentId);
  const name = agent ?? nameOf(event.endpointId) ?? event.agentId ?? event.vendor;
  const { title, aside, line, id, mark } = describeEvent(event, name, agent);
  const seen = [title, aside, line, id].filter((text) => text !== undefined);
  const isSeen = seen.some((text) => holdsWords(text, words));
  return (
    <OptionRow
      {...row}
      sign={<span className="mark" data-mark={mark} aria-hidden="true" />}
      end={<DayTime iso={event.receivedAt} now={Date.now()} />}
    >
      <span>
        <strong>
          <Marked text={title} words={words} />
        </strong>{' '}
        {aside && (
          <em>
            <Marked text={aside} words={words} />
          </em>
        )}
      </span>
      {line && (
        <p dir="auto">
          <Marked text={line} words={words} />
        </p>
      )}
      {!line && id && (
        <code>
          <Marked text={id} words={words} />
        </code>
      )}
      {!isSeen && <em>{search.inRaw}</em>}
    </OptionRow>
  );
});
