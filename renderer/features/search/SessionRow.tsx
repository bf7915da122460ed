import { AudioLines } from 'lucide-react';
import type { Session } from '../../../shared/events.ts';
import { useAgentName, useEndpointName, useVendorTitle } from '../../stores/context.ts';
import { DayTime } from '../../ui/Time.tsx';
import { search } from '../../words/search.ts';
import { sessionName, sessionPlace } from '../sessions/session-name.ts';
import { Marked } from './Marked.tsx';
import { holdsWords } from './mark-words.ts';
import { OptionRow, type RowProps } from './OptionRow.tsx';

interface Props extends RowProps {
  session: Session;
  words: readonly string[];
}

/** A session: who and where, its last words, and the id where that is what it was found by. */
export function SessionRow({ session, words, ...row }: Props) {
  const name = sessionName(session, useEndpointName(), useAgentName());
  const place = sessionPlace(session, useVendorTitle());
  const seen = [name, place].some((text) => holdsWords(text, words));
  const ids = [session.id, session.vendorSessionId, session.room ?? '', session.agentId ?? ''];
  const id = seen ? undefined : ids.find((one) => holdsWords(one, words));
  const { lastText } = session;
  return (
    <OptionRow
      {...row}
      sign={<AudioLines aria-hidden />}
      end={<DayTime iso={session.lastAt} now={Date.now()} />}
    >
      <span>
        <strong>
          <Marked text={name} words={words} />
        </strong>{' '}
        <em>
          <Marked text={place} words={words} />
        </em>
      </span>
      {id ? (
        <code>
          <Marked text={search.session(id)} words={words} />
        </code>
      ) : (
        lastText && (
          <p dir="auto">
            <Marked text={lastText.text} words={[]} />
          </p>
        )
      )}
    </OptionRow>
  );
}
