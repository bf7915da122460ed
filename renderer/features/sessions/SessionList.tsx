import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { SessionState } from '../../../shared/events.ts';
import { useStores } from '../../stores/context.ts';
import { go } from '../../stores/route-store.ts';
import { Blank } from '../../ui/Blank.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { sessions as words } from '../../words/sessions.ts';
import { SessionRow } from './SessionRow.tsx';
import { useSessionMenu } from './use-session-menu.ts';

type Choice = SessionState | 'all';

const choices: { value: Choice; label: string }[] = [
  { value: 'all', label: words.all },
  { value: 'live', label: words.states.live },
  { value: 'idle', label: words.states.idle },
  { value: 'ended', label: words.states.ended },
];

export function SessionList({ selected }: { selected: string | null }) {
  const { rows, filter, phase, error, detached, load, loadMore } = useStore(useStores().sessions);
  const menuOf = useSessionMenu();
  const items = useMemo(
    () => rows.map((session) => ({ key: session.id, opens: session.id, height: 62, session })),
    [rows],
  );
  return (
    <>
      <div className="list-head">
        <Segments<Choice>
          label={words.filter}
          value={filter.state ?? 'all'}
          choices={choices}
          onChange={(state) => load(state === 'all' ? {} : { state })}
        />
      </div>
      {error && <Failure error={error} onRetry={() => load()} />}
      {rows.length > 0 ? (
        <VirtualList
          label={words.list}
          items={items}
          selected={selected}
          render={({ session }) => <SessionRow session={session} />}
          onOpen={(id) => go('sessions', id)}
          menuOf={({ session }) => menuOf(session)}
          onNearEnd={loadMore}
          onReturn={detached ? () => load() : undefined}
        />
      ) : phase === 'loading' ? (
        <Loading />
      ) : (
        !error && <Nothing isFiltered={filter.state !== undefined} />
      )}
    </>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) return <Blank title={words.emptyFilter} />;
  return (
    <Blank title={words.emptyTitle}>
      <p>{words.empty}</p>
    </Blank>
  );
}
