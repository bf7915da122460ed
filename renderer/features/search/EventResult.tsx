import type { FeedEvent } from '../../../shared/events.ts';
import { useAgentName, useEndpointName } from '../../stores/context.ts';
import { inertLine } from '../../text/inert.ts';
import { EventLine } from '../../ui/EventLine.tsx';
import { DayTime } from '../../ui/Time.tsx';
import { useNow } from '../../ui/use-now.ts';
import { describeEvent } from '../../words/events.ts';

interface Props {
  id: string;
  event: FeedEvent;
  isActive: boolean;
  onOpen(): void;
}

/** One event that holds the words. */
export function EventResult({ id, event, isActive, onOpen }: Props) {
  const nameOf = useEndpointName();
  const agent = useAgentName()(event.agentId);
  const words = describeEvent(
    event,
    agent ?? nameOf(event.endpointId) ?? event.agentId ?? event.vendor,
    agent,
  );
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the search box keeps the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box takes the keys
    <div
      id={id}
      role="option"
      className="result"
      aria-selected={isActive}
      onPointerDown={(press) => press.preventDefault()}
      onClick={onOpen}
    >
      <span className="mark" data-mark={words.mark} aria-hidden="true" />
      <div>
        <strong>{inertLine(words.title)}</strong> <em>{inertLine(words.aside ?? '')}</em>
        <EventLine words={words} />
      </div>
      <DayTime iso={event.receivedAt} now={useNow()} />
    </div>
  );
}
