import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { Blank } from '../../ui/Blank.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { transcript as words } from '../../words/sessions.ts';
import { SessionFoot } from './SessionFoot.tsx';
import { SessionHead } from './SessionHead.tsx';
import { Transcript } from './Transcript.tsx';
import './transcript.css';

interface Props {
  sessionId: string;
  /** The event that is to be read first; without, the newest are. */
  at?: number | null;
}

/** One session: who, what was said, and what it rests on. */
export function SessionView({ sessionId, at = null }: Props) {
  const store = useStores().transcript;
  const { show } = useStore(useStores().shownSession);
  const { session, rows, phase, error, open, sessionId: opened } = useStore(store);

  useEffect(() => {
    open(sessionId, at);
  }, [open, sessionId, at]);

  useEffect(() => show(sessionId), [show, sessionId]);

  if (opened !== sessionId || (phase === 'loading' && !error)) return <Loading />;
  if (!session) return error && <Failure error={error} onRetry={() => open(sessionId, at)} />;
  return (
    <section className="session-view" aria-label={words.session}>
      <SessionHead session={session} />
      {error && <Failure error={error} onRetry={() => open(sessionId, at)} />}
      {rows.length === 0 ? <Blank title={words.empty} /> : <Transcript session={session} />}
      <SessionFoot session={session} events={rows} />
    </section>
  );
}
