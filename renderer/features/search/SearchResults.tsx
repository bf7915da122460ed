import { useEffect, useRef } from 'react';
import type { FeedEvent } from '../../../shared/events.ts';
import { Failure } from '../../ui/Failure.tsx';
import { search } from '../../words/common.ts';
import { find } from '../../words/find.ts';
import { EventResult } from './EventResult.tsx';
import { ThingRow } from './ThingRow.tsx';
import type { Thing } from './things.ts';
import { useMarkedWords } from './use-marked-words.ts';
import type { Found } from './use-search.ts';

interface Props {
  id: string;
  query: string;
  things: readonly Thing[];
  found: Found;
  /** A command could not be done. */
  failed: boolean;
  active: number;
  onThing(thing: Thing): void;
  onEvent(event: FeedEvent): void;
}

/** What can be gone to or done, and below it what was said, newest first; one list for the keys. */
export function SearchResults({ id, query, things, found, failed, active, onThing, onEvent }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const isAsked = query.trim() !== '';
  useMarkedWords(list, query, found);

  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(`${id}-${active}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  return (
    <div className="results">
      {failed && (
        <p className="results-head" role="alert">
          {find.settingFailed}
        </p>
      )}
      {isAsked && (
        <p className="results-head" role="status">
          {headline(found, things.length)}
        </p>
      )}
      {found.state === 'failed' && <Failure error={found.error} />}
      <div ref={list} id={id} role="listbox" tabIndex={0} aria-label={search.results}>
        {things.length > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role
          <div role="group" aria-label={find.things}>
            {things.map((thing, index) => (
              <ThingRow
                key={thing.key}
                id={`${id}-${index}`}
                thing={thing}
                isActive={index === active}
                onOpen={() => onThing(thing)}
              />
            ))}
          </div>
        )}
        {found.state === 'found' && found.events.length > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role
          <div role="group" aria-label={find.said}>
            {found.events.map((event, index) => (
              <EventResult
                key={event.seq}
                id={`${id}-${things.length + index}`}
                event={event}
                isActive={things.length + index === active}
                onOpen={() => onEvent(event)}
              />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

function headline(found: Found, things: number): string {
  if (found.state === 'found' && found.events.length > 0)
    return search.count(found.events.length, found.more);
  if (found.state === 'searching') return search.searching;
  if (found.state !== 'found' || things > 0) return '';
  return `${search.nothing} ${search.nothingNext}`;
}
