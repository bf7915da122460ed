import { useStore } from 'zustand';
import { useRoute, useStores } from '../../stores/context.ts';
import { Blank } from '../../ui/Blank.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { sessions } from '../../words/sessions.ts';
import { SessionList } from './SessionList.tsx';
import { SessionView } from './SessionView.tsx';
import './sessions.css';

export function SessionsScreen({ sessionId }: { sessionId: string | null }) {
  const { rows, filter, phase } = useStore(useStores().sessions);
  const { seq } = useRoute();
  const isEmpty = phase === 'ready' && rows.length === 0 && filter.state === undefined;
  return (
    <SplitView
      screen="sessions"
      isEmpty={isEmpty}
      list={<SessionList selected={sessionId} />}
      detail={sessionId && <SessionView key={sessionId} sessionId={sessionId} at={seq} />}
      rest={rows.length > 0 && <Blank title={sessions.pick} />}
    />
  );
}
