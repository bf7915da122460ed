import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { Blank } from '../../ui/Blank.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { sessions } from '../../words/live.ts';
import { SessionList } from './SessionList.tsx';
import { SessionView } from './SessionView.tsx';
import './sessions.css';

export function SessionsScreen({ sessionId }: { sessionId: string | null }) {
  const hasRows = useStore(useStores().sessions, (state) => state.rows.length > 0);
  return (
    <SplitView
      screen="sessions"
      list={<SessionList selected={sessionId} />}
      detail={sessionId && <SessionView key={sessionId} sessionId={sessionId} />}
      rest={hasRows && <Blank title={sessions.pick} />}
    />
  );
}
