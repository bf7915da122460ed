import { inertLine } from '../text/inert.ts';
import type { EventWords } from '../words/events.ts';

/** What stands below an event's title: its words, or else the id of who it is about. */
export function EventLine({ words: { line, id } }: { words: EventWords }) {
  if (line) return <p dir="auto">{inertLine(line)}</p>;
  return (
    id && (
      <p>
        <code className="quiet">{inertLine(id)}</code>
      </p>
    )
  );
}
