import { useStore } from 'zustand';
import { useStores } from '../stores/context.ts';
import { live as words } from '../words/live.ts';

const mostShown = 99;

/** How much of a session nobody has had in view yet; nothing where all was. */
export function Unread({ sessionId }: { sessionId: string }) {
  const count = useStore(useStores().seen, ({ unread }) => unread.get(sessionId));
  if (!count) return null;
  return (
    <span className="unread" role="img" aria-label={words.unread(count)} title={words.unread(count)}>
      {count > mostShown ? `${mostShown}+` : count}
    </span>
  );
}
