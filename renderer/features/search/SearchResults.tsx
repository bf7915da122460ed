import { useEffect, useRef } from 'react';
import type { FeedEvent } from '../../../shared/events.ts';
import { useAgentName, useEndpointName } from '../../stores/context.ts';
import { inertLine } from '../../text/inert.ts';
import { EventLine } from '../../ui/EventLine.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { DayTime } from '../../ui/Time.tsx';
import { useNow } from '../../ui/use-now.ts';
import { search } from '../../words/common.ts';
import { describeEvent } from '../../words/events.ts';
import type { Found } from './use-search.ts';

interface Props {
  id: string;
  found: Found;
  active: number;
  onOpen(event: FeedEvent): void;
}

export function SearchResults({ id, found, active, onOpen }: Props) {
  const nameOf = useEndpointName();
  const agentOf = useAgentName();
  const now = useNow();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(`${id}-${active}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  return (
    <div className="results">
      <p className="results-head" role="status">
        {headline(found)}
      </p>
      {found.state === 'failed' && <Failure error={found.error} />}
      <div ref={list} id={id} role="listbox" tabIndex={0} aria-label={search.results}>
        {found.state === 'found' &&
          found.events.map((event, index) => {
            const agent = agentOf(event.agentId);
            const words = describeEvent(
              event,
              agent ?? nameOf(event.endpointId) ?? event.agentId ?? event.vendor,
              agent,
            );
            return (
              // biome-ignore lint/a11y/useFocusableInteractive: the search box keeps the focus
              // biome-ignore lint/a11y/useKeyWithClickEvents: the search box takes the keys
              <div
                key={event.seq}
                id={`${id}-${index}`}
                role="option"
                className="result"
                aria-selected={index === active}
                onPointerDown={(press) => press.preventDefault()}
                onClick={() => onOpen(event)}
              >
                <span className="mark" data-mark={words.mark} aria-hidden="true" />
                <div>
                  <strong>{inertLine(words.title)}</strong> <em>{inertLine(words.aside ?? '')}</em>
                  <EventLine words={words} />
                </div>
                <DayTime iso={event.receivedAt} now={now} />
              </div>
            );
          })}
      </div>
    </div>
  );
}

function headline(found: Found): string {
  if (found.state === 'found') {
    return found.events.length === 0
      ? `${search.nothing} ${search.nothingNext}`
      : search.count(found.events.length, found.more);
  }
  return found.state === 'failed' ? '' : search.searching;
}
